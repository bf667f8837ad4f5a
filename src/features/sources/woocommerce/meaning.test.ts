import { expect, test } from 'vitest';
import { chanceFrom } from '../../../../test/harness/chance.ts';
import { folded, piecesOf } from '../../../../test/harness/statements.ts';
import { exactJson } from '../../../core/text/exact-json.ts';
import { orderStatement } from '../../orders/telling/model.ts';
import { wooMeaning } from './meaning.ts';
import { plainText } from './plain-text.ts';

const teller = { source: 'source-2', channel: 'woo', deliveryId: null };
const meaningOf = (topic: string, body: string) => wooMeaning(topic, exactJson(body), teller, 'EUR');

const order = ({
  status = 'processing',
  modified = '2026-11-27T08:30:00',
  completed = 'null',
  total = '29.95',
  refunds = '[]',
  customer = '0',
  lines = `{"id": 9007199254740993, "name": "Tea &ndash; <i>small</i>", "product_id": 22, "variation_id": 23, "quantity": 3,
    "subtotal": "10.00", "sku": "TEA", "price": 3.333333}, {"id": 12, "name": "Cup", "product_id": 93, "variation_id": 0,
    "quantity": 2, "subtotal": "6.00", "sku": "", "price": 3}`,
} = {}) => `{
  "id": 727, "number": "R-727", "status": "${status}", "currency": "EUR", "total": "${total}", "customer_id": ${customer},
  "date_created": "2026-11-27T05:28:02", "date_created_gmt": "2026-11-27T08:28:02", "date_modified": "2026-11-27T05:30:00",
  "date_modified_gmt": "${modified}", "date_paid_gmt": "2026-11-27T08:28:08", "date_completed_gmt": ${completed},
  "billing": {"first_name": "Somebody", "email": "someone@example.com"},
  "shipping": {"first_name": "Somebody", "country": "US", "state": "CA", "city": "Somewhere"},
  "shipping_lines": [{"method_id": "flat_rate"}], "refunds": ${refunds}, "line_items": [${lines}]
}`;
const statementsOf = (body: string) => {
  const meaning = meaningOf('order.updated', body);
  if (meaning.is !== 'orders') throw new Error(JSON.stringify(meaning));
  return meaning.statements;
};

test('an order is told whole, by its times with a zone, its ids and its amounts to the last digit', () => {
  const told = statementsOf(order());
  for (const one of told) expect(orderStatement.parse(one)).toEqual(one);
  expect(told).toMatchObject([
    {
      order: { channel: 'woo', number: 'R-727', external: { kind: 'order', externalId: '727' } },
      versionAt: new Date('2026-11-27T08:30:00Z'),
      header: {
        totalMinor: 2_995n,
        placedAt: new Date('2026-11-27T08:28:02Z'),
        shipCountry: 'US',
        shipRegion: 'CA',
        service: 'flat_rate',
      },
      milestones: [
        { what: 'paid', at: new Date('2026-11-27T08:28:08Z'), retracted: false },
        { what: 'cancelled', retracted: true },
      ],
      lines: {
        of: [
          {
            id: '9007199254740993',
            title: 'Tea – small',
            code: 'TEA',
            item: { externalId: '23' },
            quantity: 3,
          },
          { id: '12', code: '', item: { externalId: '93' }, unitPriceMinor: 300n },
        ],
      },
    },
  ]);
  // A third of ten euros is no price of one piece.
  expect(told[0]?.lines?.of[0]).not.toHaveProperty('unitPriceMinor');
  expect(told[0]?.header).not.toHaveProperty('customerReference');
});

test('who the customer is stays outside', () => {
  const text = JSON.stringify(statementsOf(order({ customer: '17' })), (_, one) =>
    typeof one === 'bigint' ? `${one}` : one,
  );
  for (const personal of ['someone@', 'Somebody', 'Somewhere']) expect(text).not.toContain(personal);
  expect(text).toContain('"customerReference":"17"');
});

test('completed is labelled: no carrier has said that it has it', () => {
  const one = folded(statementsOf(order({ status: 'completed', completed: '"2026-11-27T08:29:00"' })));
  expect([one.order.stage, piecesOf(one, 'labelled'), piecesOf(one, 'shipped')]).toEqual([
    'labelled',
    '3/2',
    '0/0',
  ]);
  expect(one.order).toMatchObject({ labelledAt: new Date('2026-11-27T08:29:00Z'), handedOverAt: null });
});

test('the parcel of a completed order is told apart from those of other orders', () => {
  const [one] = statementsOf(order({ status: 'completed' }));
  expect(one?.fulfilments).toMatchObject([{ externalId: 'whole 727' }]);
});

test('on hold is a hold until it goes on', () => {
  const held = statementsOf(order({ status: 'on-hold' }));
  expect(folded(held).order.onHold).toBe(true);
  const freed = statementsOf(order({ status: 'processing', modified: '2026-11-27T09:00:00' }));
  expect(folded([...freed, ...held]).order.onHold).toBe(false);
});

test.each([
  ['cancelled', 'cancelled', 'unknown'],
  ['failed', 'cancelled', 'seller'],
])('%s is %s, by %s', (status, stage, cancelledBy) => {
  expect(folded(statementsOf(order({ status }))).order).toMatchObject({ stage, cancelledBy });
});

test.each(['failed', 'cancelled', 'refunded'])('%s and paid after all, an order goes on', (status) => {
  const end = statementsOf(order({ status }));
  const later = statementsOf(order({ modified: '2026-11-27T09:30:00' }));
  const again = statementsOf(order({ status: 'cancelled', modified: '2026-11-27T10:30:00' }));
  expect(folded(end).order.cancelledAt).toEqual(new Date('2026-11-27T08:30:00Z'));
  for (const told of [
    [...end, ...later],
    [...later, ...end],
  ]) {
    const one = folded(told);
    expect([one.order.stage, one.order.cancelledAt, piecesOf(one, 'open')]).toEqual(['paid', null, '3/2']);
  }
  expect(folded([...again, ...end, ...later]).order).toMatchObject({
    stage: 'cancelled',
    cancelledAt: new Date('2026-11-27T10:30:00Z'),
  });
});

test('an order that nobody ever cancelled has no cancellation that was taken back', () => {
  const usual = folded([
    ...statementsOf(order()),
    ...statementsOf(order({ modified: '2026-11-27T09:30:00' })),
  ]);
  expect(usual.milestones.map(({ what }) => what)).toEqual(['paid']);
  const revived = folded([
    ...statementsOf(order({ status: 'failed' })),
    ...statementsOf(order({ modified: '2026-11-27T09:30:00' })),
  ]);
  expect(revived.milestones).toMatchObject([{ what: 'cancelled', retracted: true }, { what: 'paid' }]);
});

test('completed by mistake and set back, an order is to ship again', () => {
  const completed = '"2026-11-27T08:29:00"';
  const done = statementsOf(order({ status: 'completed', completed }));
  // When it was completed stays in what the shop sends.
  const back = statementsOf(order({ completed, modified: '2026-11-27T09:30:00' }));
  const one = folded([...back, ...done]);
  expect([one.order.stage, piecesOf(one, 'labelled'), piecesOf(one, 'open')]).toEqual(['paid', '0/0', '3/2']);
  const again = statementsOf(
    order({ status: 'completed', completed: '"2026-11-27T10:29:00"', modified: '2026-11-27T10:29:00' }),
  );
  const last = folded([...back, ...again, ...done]);
  expect([last.order.stage, last.order.labelledAt, piecesOf(last, 'labelled')]).toEqual([
    'labelled',
    new Date('2026-11-27T10:29:00Z'),
    '3/2',
  ]);
});

test('refunded before it was completed, an order is over; after, it went out', () => {
  const refunds = '[{"id": 8, "reason": "customer", "total": "-29.95"}]';
  const before = folded(statementsOf(order({ status: 'refunded', refunds })));
  expect([before.order.stage, before.order.cancelledBy, piecesOf(before, 'open')]).toEqual([
    'cancelled',
    'unknown',
    '0/0',
  ]);
  const after = folded(
    statementsOf(order({ status: 'refunded', refunds, completed: '"2026-11-27T08:29:00"' })),
  );
  expect([after.order.stage, after.order.cancelledAt]).toEqual(['labelled', null]);
});

test('a refund was when a change of its order first named it, in whatever order these come, and how often', () => {
  const at = (time: string, refunds: string) =>
    statementsOf(order({ modified: `2026-11-27T${time}`, refunds }));
  const first = '{"id": 8, "reason": "broken", "total": "-5.00"}';
  const second = '{"id": 9, "reason": "late", "total": "-1.00"}';
  const told = [
    ...at('08:30:00', '[]'),
    ...at('09:00:00', `[${first}]`),
    // A payment gateway may refund without touching the order: two bodies have one moment.
    ...at('10:00:00', `[${first}]`),
    ...at('10:00:00', `[${first}, ${second}]`),
    ...at('11:00:00', `[${second}, ${first}]`),
  ];
  const { below } = chanceFrom(8);
  const ends = Array.from({ length: 300 }, () => {
    const left = [...told, ...told.filter(() => below(2) === 0)];
    const mixed = Array.from({ length: left.length }, () => left.splice(below(left.length), 1)).flat();
    return folded(mixed).refunds;
  });
  for (const refunds of ends)
    expect(refunds).toMatchObject([
      { externalId: '8', at: new Date('2026-11-27T09:00:00Z'), amountMinor: 500n, note: 'broken' },
      { externalId: '9', at: new Date('2026-11-27T10:00:00Z'), amountMinor: 100n, note: 'late' },
    ]);
});

test('a refund is what the order is less', () => {
  const one = folded(
    statementsOf(order({ status: 'refunded', refunds: '[{"id": 8, "reason": "broken", "total": "-5.00"}]' })),
  );
  expect(one.refunds).toMatchObject([{ externalId: '8', amountMinor: 500n, note: 'broken' }]);
});

test.each([
  ['order.updated', order({ status: 'trash' }), 'ignored'],
  ['order.deleted', '{"id": 727}', 'ignored'],
  ['customer.created', '{"id": 1}', 'ignored'],
  ['order.created', '{"id": 727}', 'failed'],
  ['order.created', order({ total: '29.955' }), 'failed'],
  ['order.created', order({ refunds: '[{"id": 8, "total": "-5.005"}]' }), 'failed'],
  ['product.updated', '{"id": 1, "name": "x"}', 'failed'],
])('%s of %s is %s', (topic, body, is) => {
  expect(meaningOf(topic, body).is).toBe(is);
});

test('a draft is not confirmed yet', () => {
  expect(statementsOf(order({ status: 'checkout-draft' }))[0]?.header?.draft).toBe(true);
});

test.each([
  ['A &amp; B', 'A & B'],
  ['&#8211;&#x2014;', '–—'],
  ['<b>bold</b> 3 < 4', 'bold 3 < 4'],
  ['&lt;b&gt;', '<b>'],
  ['&unknown; &#9999999; &constructor;', '&unknown; &#9999999; &constructor;'],
  ['<'.repeat(5_000), '<'.repeat(5_000)],
])('%s reads %s', (html, text) => {
  expect(plainText(html)).toBe(text);
});
