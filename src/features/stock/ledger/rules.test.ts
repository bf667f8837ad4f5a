import { expect, test } from 'vitest';
import type { Entry, Shelf, Statement } from './model.ts';
import { remembered } from './remembered.ts';
import { entriesOf, momentKey, tell, withAbsorbed } from './rules.ts';

const shelf: Shelf = { skuId: 'mug', locationId: 'HAM', bucket: 'available' };
const at = (time: string) => new Date(`2026-03-02T${time}:00Z`);
const says = (time: string, quantity: number): Statement => ({ ...shelf, asOf: at(time), quantity });
const sale: Entry = {
  cause: 'allocation',
  reference: 'order 1001',
  note: null,
  by: { kind: 'system', id: 'test' },
  occurredAt: at('09:50'),
  legs: [
    { ...shelf, quantity: -2 },
    { ...shelf, bucket: 'committed', quantity: 2 },
  ],
};

test('an entry that no statement has counted is written as it is', () => {
  expect(withAbsorbed(sale, () => null)).toEqual([sale]);
});

test('each leg of a late entry is absorbed by the statement that counted it, one entry a moment', () => {
  const [first, ...opposite] = withAbsorbed(sale, ({ bucket }) =>
    at(bucket === 'available' ? '10:00' : '12:00'),
  );
  expect(first).toBe(sale);
  expect(opposite.map(({ cause, occurredAt, legs }) => [cause, occurredAt, legs])).toEqual([
    ['absorbed', at('10:00'), [{ ...shelf, quantity: 2 }]],
    ['absorbed', at('12:00'), [{ ...shelf, bucket: 'committed', quantity: -2 }]],
  ]);
});

test('a statement writes what the ledger lacked, and reaches the present when none follows', () => {
  const standing = new Map([[momentKey(shelf, at('10:00')), { atMoment: 50, now: 47, next: null }]]);
  expect(tell([says('10:00', 40)], standing)).toEqual([
    { ...says('10:00', 40), difference: -10, next: null, now: 37 },
  ]);
});

test('several statements about one shelf, told at once in any order, count until the next of them', () => {
  const standing = new Map([
    [momentKey(shelf, at('08:00')), { atMoment: 0, now: -2, next: null }],
    [momentKey(shelf, at('10:00')), { atMoment: -2, now: -2, next: null }],
  ]);
  expect(tell([says('10:00', 40), says('08:00', 50)], standing)).toEqual([
    { ...says('08:00', 50), difference: 50, next: at('10:00'), now: -2 },
    { ...says('10:00', 40), difference: 42, next: null, now: 40 },
  ]);
});

test('of two statements about one moment the last counts', () => {
  expect(tell([says('10:00', 40), says('10:00', 44)], new Map())).toEqual([
    { ...says('10:00', 44), difference: 44, next: null, now: 44 },
  ]);
});

test('a statement that the ledger knew already writes no entry', () => {
  const standing = new Map([[momentKey(shelf, at('10:00')), { atMoment: 40, now: 37, next: null }]]);
  const told = tell([says('10:00', 40)], standing);
  expect(entriesOf(told, { cause: 'import', reference: 'import a.csv', by: sale.by })).toEqual([]);
});

test('many SKUs of one location, moment and buckets are remembered as one run, others singly', () => {
  const many = Array.from({ length: 20 }, (_, i) => ({ ...says('10:00', i), skuId: `sku-${10 + i}` }));
  const odd = [says('10:00', 1), { ...says('10:00', 1), bucket: 'damaged' as const }];
  const { runs, single } = remembered([...odd, ...many.toReversed()]);
  expect(single).toEqual(odd);
  expect(runs).toEqual([
    {
      locationId: 'HAM',
      asOf: at('10:00'),
      buckets: ['available'],
      skuIds: many.map(({ skuId }) => skuId),
    },
  ]);
});
