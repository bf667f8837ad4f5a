import { createHmac } from 'node:crypto';
import { codeOf } from '../filling/values.ts';

/** What the bench's shop signs with. */
export const shopSecret = 'bench-shop-secret';

/** One delivery, as Shopify posts it. */
export interface Delivery {
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Of each order: it is made, paid, labelled and picked up. */
export const ofEach = 4;
export const linesOfEach = 2;

/** Beyond 2^53, as Shopify's are. */
const idOf = (what: number, n: number) =>
  String(9_100_000_000_000_000n + BigInt(what) * 10_000_000n + BigInt(n));
/** What real orders have besides, and nobody reads: about as much as in Shopify's own example of a small one. */
const padding = 'x'.repeat(4_000);

/** The n-th delivery of a shop that takes so many orders, all of which are made before the first is paid. `skus`: that it sells. */
export function deliveryOf(n: number, orders: number, skus: number, began: Date): Delivery {
  const [order, turn] = [n % orders, Math.floor(n / orders) % ofEach];
  const at = (minutes: number) => new Date(began.getTime() + minutes * 60_000).toISOString();
  const id = idOf(1, order);
  const lines = Array.from({ length: linesOfEach }, (_, k) => ({
    id: idOf(2 + k, order),
    sku: codeOf(((order * linesOfEach + k) % skus) + 1),
  }));
  const body = [
    () => orderBody(at(0), 'pending'),
    () => orderBody(at(1), 'paid'),
    () => `{"id": ${idOf(5, order)}, "order_id": ${id}, "status": "success", "created_at": "${at(2)}", "updated_at": "${at(2)}",
      "tracking_company": "DHL", "tracking_numbers": ["${idOf(6, order)}"], "receipt": "${padding}",
      "line_items": [${lines.map((line) => `{"id": ${line.id}, "quantity": 1}`).join(', ')}]}`,
    () => `{"id": ${idOf(7, order)}, "order_id": ${id}, "fulfillment_id": ${idOf(5, order)}, "status": "in_transit",
      "happened_at": "${at(3)}", "updated_at": "${at(3)}"}`,
  ][turn]?.();
  const topic = ['orders/create', 'orders/updated', 'fulfillments/create', 'fulfillment_events/create'][turn];
  return signed(body ?? '', topic ?? '', `delivery ${n}`);

  function orderBody(updatedAt: string, status: string): string {
    return `{"id": ${id}, "name": "#${1_000 + order}", "created_at": "${at(0)}", "updated_at": "${updatedAt}", "test": false,
      "financial_status": "${status}", "currency": "EUR", "total_price": "25.00", "customer": {"id": ${idOf(8, order)}},
      "shipping_address": {"country_code": "DE"}, "note": "${padding}",
      "line_items": [${lines
        .map(
          (line) =>
            `{"id": ${line.id}, "sku": "${line.sku}", "title": "A mug", "quantity": 1, "price": "12.50", "requires_shipping": true}`,
        )
        .join(', ')}]}`;
  }
}

function signed(body: string, topic: string, id: string): Delivery {
  return {
    body,
    headers: {
      'content-type': 'application/json',
      'x-shopify-topic': topic,
      'x-shopify-webhook-id': id,
      'x-shopify-hmac-sha256': createHmac('sha256', shopSecret).update(body).digest('base64'),
    },
  };
}
