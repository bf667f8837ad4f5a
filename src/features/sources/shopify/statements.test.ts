import { expect, test } from 'vitest';
import { folded, piecesOf } from '../../../../test/harness/statements.ts';
import { exactJson } from '../../../core/text/exact-json.ts';
import { orderStatement } from '../../orders/telling/model.ts';
import { shopifyEvent, shopifyFulfilment, shopifyOrder, shopifyRefund } from './model.ts';
import { eventStatement, fulfilmentStatement, orderStatements, refundStatement } from './statements.ts';

const teller = { source: 'source-1', channel: 'shopify', deliveryId: null };
const shopMoney = (amount: string, currency = 'USD') =>
  `{"shop_money": {"amount": "${amount}", "currency_code": "${currency}"}}`;

const parcel = (status: string, updatedAt: string, createdAt = '2026-11-27T10:00:00+01:00') => `{
  "id": 9007199254740993, "order_id": 9007199254740995, "status": "${status}", "location_id": 501,
  "created_at": "${createdAt}", "updated_at": "${updatedAt}",
  "tracking_company": "UPS", "tracking_numbers": ["1ZTEST"], "line_items": [{"id": 9007199254740997, "quantity": 1}]
}`;
const refund = ({ type = 'legacy_restock', restock = true, currency = 'USD', amount = '20.50' } = {}) => `{
  "id": 71, "order_id": 9007199254740995, "created_at": "2026-11-28T09:00:00+01:00", "note": "too small", "restock": ${restock},
  "transactions": [
    {"kind": "refund", "status": "success", "amount": "${amount}", "currency": "${currency}"},
    {"kind": "refund", "status": "failure", "amount": "99.00", "currency": "${currency}"}
  ],
  "refund_line_items": [{
    "line_item_id": 9007199254740997, "quantity": 1, "location_id": 501, "restock_type": "${type}", "subtotal": 18.5,
    "subtotal_set": ${shopMoney('18.5')}, "total_tax_set": ${shopMoney('2.00')}
  }]
}`;
const order = ({ more = '', price = '18.50', total = '42.90', status = 'paid', parts = '' } = {}) => `{
  "id": 9007199254740995, "name": "#2042", "number": 5, "email": "someone@example.com", "phone": "+49 40 1",
  "created_at": "2026-11-27T09:00:00+01:00", "updated_at": "2026-11-27T09:30:00+01:00",
  "processed_at": "2026-11-27T09:05:00+01:00", "financial_status": "${status}", "confirmed": true, "test": false,
  "currency": "USD", "total_price": "${total}", "customer": {"id": 88, "first_name": "Somebody"},
  "shipping_address": {"country_code": "US", "province_code": "CA", "city": "Somewhere"},
  "shipping_lines": [{"code": "Old", "is_removed": true}, {"code": "Express"}],
  "line_items": [
    {"id": 9007199254740997, "sku": "SKU-MUG", "variant_id": 31, "title": "Mug", "quantity": 2, "current_quantity": 2,
     "price": "${price}", "requires_shipping": true, "gift_card": false},
    {"id": 42, "sku": "", "variant_id": 32, "title": "Voucher", "quantity": 1, "current_quantity": 1, "price": "5.00",
     "requires_shipping": false, "gift_card": true}
  ]${parts}${more}
}`;

const readOrder = (text: string) => orderStatements(shopifyOrder.parse(exactJson(text)), teller);
const statementsOf = (text: string) => {
  const read = readOrder(text);
  if ('reason' in read) throw new Error(read.reason);
  return read.value;
};
const parcelOf = (text: string) => fulfilmentStatement(shopifyFulfilment.parse(exactJson(text)), teller);
const refundOf = (text: string) => refundStatement(shopifyRefund.parse(exactJson(text)), teller);
const eventOf = (status: string) => {
  const at = '2026-11-27T16:10:00+01:00';
  const ids = { id: '61', order_id: '9007199254740995', fulfillment_id: '9007199254740993' };
  return eventStatement(shopifyEvent.parse({ ...ids, status, happened_at: at, updated_at: at }), teller);
};

test('an order is told whole, by its name, with its ids and amounts to the last digit', () => {
  const [statement] = statementsOf(order());
  expect(statement).toMatchObject({
    order: { number: '#2042', external: { externalId: '9007199254740995' } },
    facet: 'order',
    versionAt: new Date('2026-11-27T08:30:00Z'),
    header: {
      totalMinor: 4_290n,
      customerReference: '88',
      shipCountry: 'US',
      shipRegion: 'CA',
      service: 'Express',
    },
    milestones: [{ what: 'paid', at: new Date('2026-11-27T08:05:00Z') }],
    lines: {
      tells: 'whole',
      of: [
        {
          id: '9007199254740997',
          code: 'SKU-MUG',
          kind: 'goods',
          unitPriceMinor: 1_850n,
          item: { externalId: '31' },
        },
        { id: '42', code: '', kind: 'service', item: { externalId: '32' } },
      ],
    },
  });
});

test('who the customer is stays outside', () => {
  const text = JSON.stringify(statementsOf(order()), (_, one) => (typeof one === 'bigint' ? `${one}` : one));
  for (const personal of ['someone@', '+49', 'Somebody', 'Somewhere']) expect(text).not.toContain(personal);
});

test('every statement is one that orders take', () => {
  const parts = `, "fulfillments": [${parcel('success', '2026-11-27T10:00:00+01:00')}], "refunds": [${refund()}]`;
  const told = statementsOf(order({ parts }));
  expect(told.map(({ facet }) => facet)).toEqual(['order', 'fulfilment 9007199254740993', 'refund 71']);
  for (const one of told) expect(orderStatement.parse(one)).toEqual(one);
});

test.each([
  ['authorized', []],
  ['partially_paid', []],
  ['partially_refunded', ['paid']],
  ['refunded', ['paid']],
])('an order that is %s is so far: %j', (status, reached) => {
  expect(statementsOf(order({ status }))[0]?.milestones?.map(({ what }) => what)).toEqual(reached);
});

test('who cancelled it is told by its reason', () => {
  const more = ', "cancelled_at": "2026-11-27T09:20:00+01:00", "cancel_reason": "inventory"';
  const one = folded(statementsOf(order({ more })));
  expect([one.order.stage, one.order.cancelledBy, piecesOf(one, 'cancelled')]).toEqual([
    'cancelled',
    'seller',
    '2/1',
  ]);
});

test.each([
  ['a price finer than its currency', { price: '18.505' }],
  ['a total that is none', { total: 'free' }],
])('%s is unreadable, never rounded', (_, body) => {
  expect(readOrder(order(body))).toHaveProperty('reason');
});

test('a fulfilment is a label; only a scan hands it over', () => {
  const told = [...statementsOf(order()), parcelOf(parcel('success', '2026-11-27T10:00:00+01:00'))];
  expect(folded(told).order).toMatchObject({ stage: 'labelled', handedOverAt: null });
  const scan = eventOf('in_transit');
  const one = folded(scan ? [...told, scan] : told);
  expect([piecesOf(one, 'labelled'), piecesOf(one, 'shipped'), one.fulfilments[0]?.handOverBy]).toEqual([
    '1/0',
    '1/0',
    'scan',
  ]);
});

test('a fulfilment that failed has handed nothing over, though its older copy and a scan say so', () => {
  const parts = `, "fulfillments": [${parcel('success', '2026-11-27T10:00:00+01:00')}]`;
  const scan = eventOf('in_transit');
  const failed = parcelOf(parcel('failure', '2026-11-27T16:09:00+01:00', '2026-11-27T16:08:00+01:00'));
  const told = [failed, ...statementsOf(order({ parts })), ...(scan ? [scan] : [])];
  for (const statements of [told, told.toReversed()]) {
    const one = folded(statements);
    expect([one.order.stage, piecesOf(one, 'shipped')]).toEqual(['paid', '0/0']);
    expect(one.fulfilments).toMatchObject([{ state: 'failed', tracking: ['1ZTEST'] }]);
  }
});

test.each([
  ['label_printed', 'labelled'],
  ['out_for_delivery', 'handed_over'],
  ['delivered', 'delivered'],
  ['delayed', undefined],
  ['failure', undefined],
])('an event %s says %s', (status, what) => {
  expect(eventOf(status)?.milestones?.[0]?.what).toBe(what);
});

test.each([
  ['legacy_restock', true, 'restock'],
  ['legacy_restock', false, 'none'],
  ['cancel', true, 'cancel'],
  ['return', true, 'return'],
  ['no_restock', true, 'none'],
])('a refund of %s, restocked %s, is %s', (type, restock, expected) => {
  const read = refundOf(refund({ type, restock }));
  expect(read).toMatchObject({
    value: { refunds: [{ amountMinor: 2_050n, lines: [{ restock: expected, amountMinor: 2_050n }] }] },
  });
});

test('a refund moves no piece of the order, whose own body says what is left', () => {
  const read = refundOf(refund({ type: 'no_restock', restock: false }));
  const one = folded([...statementsOf(order()), ...('value' in read ? [read.value] : [])]);
  expect([piecesOf(one, 'open'), piecesOf(one, 'refunded'), piecesOf(one, 'returned')]).toEqual([
    '2/0',
    '1/0',
    '0/0',
  ]);
});

test('a refund in another currency than its lines or its order is refused', () => {
  expect(refundOf(refund({ currency: 'CAD' }))).toHaveProperty('reason');
  expect(readOrder(order({ parts: `, "refunds": [${refund({ currency: 'CAD' })}]` }))).toHaveProperty(
    'reason',
  );
  expect(refundOf(refund({ amount: '20.505' }))).toHaveProperty('reason');
});
