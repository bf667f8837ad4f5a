import { z } from 'zod';
import { amount, id, level, sku, time } from '../meaning/shapes.ts';

/** A product with its variants. Its stock is a sum without a location, so it is not read: levels tell it. */
export const shopifyProduct = z.object({
  id,
  title: z.string(),
  vendor: z.string().nullish(),
  product_type: z.string().nullish(),
  status: z.string().nullish(),
  updated_at: time,
  variants: z.array(
    z.object({
      id,
      title: z.string().nullish(),
      sku: sku.nullish(),
      barcode: z.string().nullish(),
      price: amount,
      inventory_item_id: id.nullish(),
    }),
  ),
});
export type ShopifyProduct = z.output<typeof shopifyProduct>;

export const shopifyLevel = z.object({
  inventory_item_id: id,
  location_id: id,
  /** Null: Shopify does not track it. */
  available: level.nullable(),
  updated_at: time,
});
