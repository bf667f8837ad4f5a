import { z } from 'zod';
import { amount, count, id, mostLines, number, sku, time } from '../meaning/shapes.ts';

// Bodies as Shopify sends them, read by `exactJson`: numbers are text. What is not named here is not read, nor kept.

const transaction = z.object({ kind: z.string(), status: z.string(), amount, currency: z.string() });

export const shopifyRefund = z.object({
  id,
  order_id: id,
  created_at: time,
  note: z.string().nullish(),
  restock: z.boolean().nullish(),
  transactions: z.array(transaction),
  refund_line_items: z.array(
    z.object({
      line_item_id: id,
      quantity: count,
      location_id: id.nullish(),
      restock_type: z.string(),
      subtotal_set: z.object({ shop_money: z.object({ amount, currency_code: z.string() }) }),
      total_tax_set: z.object({ shop_money: z.object({ amount, currency_code: z.string() }) }),
    }),
  ),
});
export type ShopifyRefund = z.output<typeof shopifyRefund>;

export const shopifyFulfilment = z.object({
  id,
  order_id: id,
  status: z.string(),
  created_at: time,
  updated_at: time,
  location_id: id.nullish(),
  tracking_company: z.string().nullish(),
  tracking_numbers: z.array(z.string()).nullish(),
  line_items: z.array(z.object({ id, quantity: count })).max(mostLines),
});
export type ShopifyFulfilment = z.output<typeof shopifyFulfilment>;

export const shopifyEvent = z.object({
  id,
  order_id: id,
  fulfillment_id: id,
  status: z.string(),
  happened_at: time,
  updated_at: time,
});
export type ShopifyEvent = z.output<typeof shopifyEvent>;

export const shopifyOrder = z.object({
  id,
  name: number,
  created_at: time,
  updated_at: time,
  processed_at: time.nullish(),
  cancelled_at: time.nullish(),
  cancel_reason: z.string().nullish(),
  financial_status: z.string().nullish(),
  confirmed: z.boolean().nullish(),
  test: z.boolean(),
  currency: z.string(),
  total_price: amount,
  customer: z.object({ id }).nullish(),
  location_id: id.nullish(),
  shipping_address: z
    .object({
      country_code: z.string().nullish(),
      province_code: z.string().nullish(),
      zip: z.string().nullish(),
    })
    .nullish(),
  shipping_lines: z
    .array(z.object({ code: z.string().nullish(), is_removed: z.boolean().nullish() }))
    .nullish(),
  line_items: z
    .array(
      z.object({
        id,
        sku: sku.nullish(),
        variant_id: id.nullish(),
        title: z.string(),
        quantity: count,
        current_quantity: count.nullish(),
        price: amount,
        requires_shipping: z.boolean(),
        gift_card: z.boolean().nullish(),
      }),
    )
    .max(mostLines),
  fulfillments: z.array(shopifyFulfilment).nullish(),
  refunds: z.array(shopifyRefund).nullish(),
});
export type ShopifyOrder = z.output<typeof shopifyOrder>;
