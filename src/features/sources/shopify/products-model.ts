import { z } from 'zod';

const id = z.string().min(1).max(40);
const time = z.iso.datetime({ offset: true }).transform((text) => new Date(text));

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
      sku: z.string().nullish(),
      barcode: z.string().nullish(),
      price: z.string().max(40),
      inventory_item_id: id.nullish(),
    }),
  ),
});
export type ShopifyProduct = z.output<typeof shopifyProduct>;

export const shopifyLevel = z.object({
  inventory_item_id: id,
  location_id: id,
  /** Null: Shopify does not track it. */
  available: z
    .string()
    .regex(/^-?\d{1,9}$/)
    .transform(Number)
    .nullable(),
  updated_at: time,
});
