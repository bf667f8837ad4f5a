import { z } from 'zod';

// Bodies as WooCommerce sends them, read by `exactJson`: numbers are text. Its times without `_gmt` have no zone, so
// they are not read. What is not named here is not read, nor kept.

const id = z.string().min(1).max(40);
const count = z
  .string()
  .regex(/^\d{1,9}$/)
  .transform(Number);
const time = z.iso.datetime({ local: true }).transform((text) => new Date(`${text.replace(/Z$/, '')}Z`));
const amount = z.string().max(40);

export const wooOrder = z.object({
  id,
  number: z.string().min(1),
  status: z.string(),
  currency: z.string(),
  date_created_gmt: time,
  date_modified_gmt: time,
  date_paid_gmt: time.nullish(),
  date_completed_gmt: time.nullish(),
  total: amount,
  customer_id: id.nullish(),
  shipping: z.object({ country: z.string().nullish(), state: z.string().nullish() }).nullish(),
  shipping_lines: z.array(z.object({ method_id: z.string().nullish() })).nullish(),
  line_items: z.array(
    z.object({
      id,
      name: z.string(),
      product_id: id,
      variation_id: id.nullish(),
      quantity: count,
      subtotal: amount,
      sku: z.string().nullish(),
      price: amount.nullish(),
    }),
  ),
  refunds: z.array(z.object({ id, reason: z.string().nullish(), total: amount })).nullish(),
});
export type WooOrder = z.output<typeof wooOrder>;

export const wooProduct = z.object({
  id,
  name: z.string(),
  type: z.string().nullish(),
  status: z.string(),
  sku: z.string().nullish(),
  price: amount.nullish(),
  date_modified_gmt: time,
});
