import { expect, test } from 'vitest';
import { folded, piecesOf } from '../../../../test/harness/statements.ts';
import { exactJson } from '../../../core/text/exact-json.ts';
import { orderStatement } from '../../orders/telling/model.ts';
import { aboutDelivery } from '../receiving/about.ts';
import { genericMeaning } from './meaning.ts';
import { pathsText, readPaths } from './read-paths.ts';

const teller = { source: 'source-3', channel: 'erp', deliveryId: null };
const said = { topic: null, deliveryId: null, triggeredAt: null };
const pathsOf = (text: string) => {
  const read = readPaths(text);
  if ('reason' in read) throw new Error(read.reason);
  return read.value;
};
const order = `{"topic": "order", "delivery": "d-1", "order": {"id": "A-1", "number": "1042", "updated_at": "2026-11-27T09:00:00Z",
  "placed_at": "2026-11-27T08:00:00+01:00", "paid_at": "2026-11-27T08:00:05+01:00", "currency": "JPY", "total": 1500,
  "lines": [{"id": 1, "sku": "MUG", "quantity": 2, "price": 750}]}}`;

test('an order as it stands by itself', () => {
  const body = exactJson(order);
  const settings = { currency: 'EUR', paths: {} };
  expect(aboutDelivery({ kind: 'generic', settings }, said, body)).toEqual({
    topic: 'order',
    deliveryId: 'd-1',
    subjectKey: 'order A-1',
  });
  const meaning = genericMeaning('order', body, teller, settings);
  if (meaning.is !== 'orders') throw new Error(JSON.stringify(meaning));
  for (const one of meaning.statements) expect(orderStatement.parse(one)).toEqual(one);
  const one = folded(meaning.statements);
  expect(one.order).toMatchObject({
    number: '1042',
    channel: 'erp',
    currency: 'JPY',
    totalMinor: 1_500n,
    stage: 'paid',
  });
  expect([piecesOf(one, 'ordered'), one.lines[0]?.unitPriceMinor]).toEqual(['2', 750n]);
});

test('null takes back that an order was paid or cancelled; a field that is not there says nothing', () => {
  const told = (at: string, more: string) => {
    const body = `{"order": {"id": "A-1", "updated_at": "2026-11-27T${at}Z", "lines": [{"id": 1, "sku": "MUG", "quantity": 2}]${more}}}`;
    const meaning = genericMeaning('order', exactJson(body), teller, { currency: 'EUR', paths: {} });
    if (meaning.is !== 'orders') throw new Error(JSON.stringify(meaning));
    for (const one of meaning.statements) expect(orderStatement.parse(one)).toEqual(one);
    return meaning.statements;
  };
  const ended = told(
    '09:00:00',
    ', "paid_at": "2026-11-27T08:00:00Z", "cancelled_at": "2026-11-27T08:30:00Z"',
  );
  const silent = told('09:10:00', '');
  expect(folded([...ended, ...silent]).order.stage).toBe('cancelled');
  const back = folded([...told('09:20:00', ', "cancelled_at": null'), ...ended, ...silent]);
  expect([back.order.stage, back.order.cancelledAt, piecesOf(back, 'open')]).toEqual(['paid', null, '2']);
  const unpaid = told('09:30:00', ', "cancelled_at": null, "paid_at": null');
  expect(folded([...ended, ...unpaid]).order).toMatchObject({ paidAt: null, cancelledAt: null });
});

test('an order whose fields stand elsewhere', () => {
  const paths = pathsOf(
    'topic = event.kind\norder.id = payload.ref\norder.version: payload.at\norder.lines = payload.items\nline.sku = article\nline.quantity = pieces',
  );
  const settings = { currency: 'EUR', paths };
  const body = exactJson(
    '{"event": {"kind": "order"}, "payload": {"ref": 9007199254740993, "at": "2026-11-27T09:00:00Z", "items": [{"article": "MUG", "pieces": 3}]}}',
  );
  expect(aboutDelivery({ kind: 'generic', settings }, said, body)?.subjectKey).toBe('order 9007199254740993');
  expect(genericMeaning('order', body, teller, settings)).toMatchObject({
    is: 'orders',
    statements: [
      {
        order: { external: { externalId: '9007199254740993' } },
        lines: { of: [{ code: 'MUG', quantity: 3 }] },
      },
    ],
  });
  expect(pathsOf(pathsText(paths))).toEqual(paths);
});

test.each([
  ['order.id', 'Line 1 is not written like order.id = data.reference.'],
  ['\norder.nothing = x', /^Line 2 names order\.nothing: there are topic, delivery, /],
  ['order.id = __proto__..x', 'Line 1 is not written like order.id = data.reference.'],
  [`order.id = ${'x'.repeat(101)}`, 'Line 1 is longer than 100 characters.'],
])('fields written as %s are refused', (text, why) => {
  expect(readPaths(text)).toEqual({ reason: typeof why === 'string' ? why : expect.stringMatching(why) });
});

test('fields of the language itself are no fields of a body', () => {
  const settings = { currency: 'EUR', paths: pathsOf('topic = constructor.name') };
  expect(aboutDelivery({ kind: 'generic', settings }, said, exactJson('{"a": 1}'))).toBeNull();
});

test.each([
  [
    'level',
    '{"level": {"sku": "MUG", "location": "HAM", "available": "many", "as_of": "2026-11-27T09:00:00Z"}}',
    'failed',
  ],
  ['level', '{}', 'failed'],
  ['order', '{"order": {"id": "1", "updated_at": "yesterday"}}', 'failed'],
  ['order', '{"order": {"id": "1", "updated_at": "2026-11-27T09:00:00Z", "total": "1.005"}}', 'failed'],
  [
    'order',
    '{"order": {"id": "1", "updated_at": "2026-11-27T09:00:00Z", "lines": [{"sku": "MUG"}]}}',
    'failed',
  ],
  ['weather', '{}', 'ignored'],
])('%s of %s is %s', (topic, body, is) => {
  expect(genericMeaning(topic, exactJson(body), teller, { currency: 'EUR', paths: {} }).is).toBe(is);
});
