import { expect, test } from 'vitest';
import { folded, piecesOf } from '../../../../test/harness/statements.ts';
import { exactJson } from '../../../core/text/exact-json.ts';
import { orderStatement } from '../../orders/telling/model.ts';
import { shopifyMeaning } from './meaning.ts';

const teller = { source: 'source-1', channel: 'shopify', deliveryId: null };
const meaningOf = (topic: string, body: string) => shopifyMeaning(topic, exactJson(body), teller, 'USD');
const statementsOf = (topic: string, body: string) => {
  const meaning = meaningOf(topic, body);
  if (meaning.is !== 'orders') throw new Error(JSON.stringify(meaning));
  return meaning.statements;
};

const order = `{
  "id": 9007199254740995, "name": "#7", "created_at": "2026-11-27T09:00:00+01:00", "updated_at": "2026-11-27T09:30:00+01:00",
  "processed_at": "2026-11-27T09:05:00+01:00", "financial_status": "paid", "test": false, "currency": "USD", "total_price": "5.00",
  "line_items": [{"id": 41, "sku": "MUG", "variant_id": 3, "title": "Mug", "quantity": 2, "current_quantity": 2, "price": "2.50",
    "requires_shipping": true}]
}`;
const routed = (status = 'open', holds = '[]', updated = '2026-11-27T09:40:00+01:00') => `{
  "id": 51, "order_id": 9007199254740995, "status": "${status}", "assigned_location_id": 77, "fulfillment_holds": ${holds},
  "created_at": "2026-11-27T09:40:00+01:00", "updated_at": "${updated}", "line_items": [{"id": 1, "line_item_id": 41, "quantity": 2}]
}`;

test('what was given to a location to send is allocated there, until it is taken back', () => {
  const topic = 'fulfillment_orders/order_routing_complete';
  const told = [...statementsOf('orders/create', order), ...statementsOf(topic, routed())];
  for (const one of told) expect(orderStatement.parse(one)).toEqual(one);
  const one = folded(told);
  expect([one.order.stage, piecesOf(one, 'allocated'), one.order.locationId]).toEqual([
    'allocated',
    '2',
    'location 77',
  ]);
  const back = statementsOf(
    'fulfillment_orders/cancelled',
    routed('cancelled', '[]', '2026-11-27T10:00:00+01:00'),
  );
  expect(folded([...back, ...told]).order.stage).toBe('paid');
});

test('a hold lasts as long as the location may not send', () => {
  const held = statementsOf(
    'fulfillment_orders/placed_on_hold',
    routed('on_hold', '[{"reason": "incorrect_address"}]'),
  );
  const freed = statementsOf(
    'fulfillment_orders/hold_released',
    routed('open', '[]', '2026-11-27T11:00:00+01:00'),
  );
  const told = statementsOf('orders/create', order);
  expect(folded([...told, ...held])).toMatchObject({
    order: { onHold: true },
    holds: [{ reason: 'incorrect address' }],
  });
  expect(folded([...freed, ...told, ...held]).order.onHold).toBe(false);
});

test.each([
  [
    'fulfillment_orders/moved',
    '{"fulfillment_order": {"id": "gid://shopify/FulfillmentOrder/1"}}',
    'ignored',
  ],
  ['orders/delete', '{"id": 5}', 'ignored'],
  ['products/delete', '{"id": 5}', 'ignored'],
  ['app/uninstalled', '{}', 'ignored'],
  ['orders/create', '{"id": 5}', 'failed'],
  ['refunds/create', '[]', 'failed'],
  ['fulfillments/create', '"x"', 'failed'],
  ['fulfillment_events/create', 'null', 'failed'],
  [
    'inventory_levels/update',
    '{"inventory_item_id": 1, "location_id": 2, "available": 1.5, "updated_at": "2026-11-27T09:00:00Z"}',
    'failed',
  ],
])('%s with %s is %s', (topic, body, is) => {
  expect(meaningOf(topic, body).is).toBe(is);
});

test('an event that moves no parcel is ignored', () => {
  const event =
    '{"id": 1, "order_id": 2, "fulfillment_id": 3, "status": "delayed", "happened_at": "2026-11-27T09:00:00Z", "updated_at": "2026-11-27T09:00:00Z"}';
  expect(meaningOf('fulfillment_events/create', event)).toEqual({
    is: 'ignored',
    why: 'a parcel that is delayed is as far as before',
  });
});

test('nothing of a topic decides what a body is: another shape has failed', () => {
  expect(meaningOf('products/update', order)).toMatchObject({ is: 'failed' });
  expect(meaningOf('orders/create', routed())).toMatchObject({ is: 'failed' });
});
