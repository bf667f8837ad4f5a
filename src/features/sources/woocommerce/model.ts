import { z } from 'zod';
import { amount, count, id, mostLines, number, sku, utcTime as time } from '../meaning/shapes.ts';

// Bodies as WooCommerce sends them, read by `exactJson`: numbers are text. Its times without `_gmt` have no zone, so
// they are not read. What is not named here is not read, nor kept.

export const wooOrder = z.object({
  id,
  number,
  status: z.string(),
  currency: z.string(),
  date_created_gmt: time,
  date_modified_gmt: time,
  date_paid_gmt: time.nullish(),
  date_completed_gmt: time.nullish(),
  total: amount,
  customer_id: id.nullish(),
  shipping: z
    .object({
      country: z.string().nullish(),
      state: z.string().nullish(),
      postcode: z.string().nullish(),
    })
    .nullish(),
  shipping_lines: z.array(z.object({ method_id: z.string().nullish() })).nullish(),
  line_items: z
    .array(
      z.object({
        id,
        name: z.string(),
        product_id: id,
        variation_id: id.nullish(),
        quantity: count,
        subtotal: amount,
        sku: sku.nullish(),
        price: amount.nullish(),
      }),
    )
    .max(mostLines),
  refunds: z.array(z.object({ id, reason: z.string().nullish(), total: amount })).nullish(),
});
export type WooOrder = z.output<typeof wooOrder>;

export const wooProduct = z.object({
  id,
  name: z.string(),
  type: z.string().nullish(),
  status: z.string(),
  sku: sku.nullish(),
  price: amount.nullish(),
  date_modified_gmt: time,
});
