import { expect, test } from 'vitest';
import { chanceFrom } from '../../../../test/harness/chance.ts';
import { history, late, packed, reading } from './sample-orders.ts';
import { timelineOf } from './timeline.ts';

const noted = (order: typeof history) =>
  timelineOf(order, reading).map(
    ({ at, what, source, retracted }) =>
      `${at.toISOString().slice(5, 16)} ${what} (${source})${retracted ? ' taken back' : ''}`,
  );

test('everything stands in time order, each with who told it; what parts say is not said again for the order', () => {
  expect(noted(history)).toEqual([
    '02-27T13:05 Placed on shopify (import)',
    '02-27T13:05 Promised Mon 2 Mar (shopify)',
    '02-27T13:06 Paid (import)',
    '02-27T13:10 Allocated (import)',
    '02-28T08:00 Put on hold by Maya: address (a person)',
    '03-01T07:00 Hold ended: address (a person)',
    '03-01T07:30 MUG-01 picked (import)',
    '03-01T08:00 Parcel 00340434292135100186 labelled (a webhook of shopify)',
    '03-01T10:00 New promise: Mon 2 Mar (Maya)',
    '03-02T09:00 Refunded €5.00: late (import)',
    '03-02T13:05 Parcel 00340434292135100186 handed over (scan) (a webhook of shopify)',
    '03-02T15:00 Parcel 00340434292135100186 delivered (file carrier) taken back',
    '03-03T07:40 Packed (import)',
  ]);
});

test('an order that only has its own moments shows those', () => {
  expect(noted({ ...packed, milestones: [] })).toEqual([
    '02-27T13:05 Placed on shopify (import)',
    '02-27T13:06 Paid (import)',
    '02-27T13:10 Allocated (import)',
    '03-03T07:20 Picked (import)',
    '03-03T07:40 Packed (import)',
  ]);
});

test('in whatever order its rows are read, the timeline is the same', () => {
  const { below } = chanceFrom(7);
  const shuffled = <One>(all: readonly One[]) =>
    all
      .map((one) => [below(1_000), one] as const)
      .toSorted(([a], [b]) => a - b)
      .map(([, one]) => one);
  const at = new Date('2026-03-01T08:00:00Z');
  const told = { part: '', lineCode: null, by: null, source: 'import', retracted: false, at };
  const milestones = ['packed', 'paid', 'picked', 'labelled', 'delivered'].flatMap((what) => [
    { ...told, what },
    { ...told, what, source: 'file other' },
    { ...told, what, part: 'n:2', retracted: true },
  ]);
  const parcels = [
    ...late.parcels,
    { ...late.parcels[0], externalId: '2', tracking: [] } as (typeof late.parcels)[number],
  ];
  const first = noted({ ...history, milestones, parcels });
  for (let turn = 0; turn < 100; turn += 1)
    expect(noted({ ...history, milestones: shuffled(milestones), parcels: shuffled(parcels) })).toEqual(
      first,
    );
});
