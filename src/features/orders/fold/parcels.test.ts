import { expect, test } from 'vitest';
import {
  folded,
  line,
  moment,
  parcel,
  piecesOf,
  reached,
  sale,
  says,
  scan,
} from '../../../../test/harness/statements.ts';
import type { OrderStatement } from '../telling/model.ts';

const order = sale('2026-11-23 09:00', [line('A', 1), line('B', 1), line('C', 2)]);
const ab = parcel('1', '2026-11-23 10:00', 'A1 B1');
const c = parcel('2', '2026-11-23 11:00', 'C2');
const monday = scan('handed_over', '2026-11-23 16:05', '1');
const wednesday = scan('handed_over', '2026-11-25 16:05', '2');
const cancel = (at: string) => says(at, { milestones: [reached('cancelled', at)] });
const edit = says('2026-11-24 12:00', {
  lines: { tells: 'part', of: [line('C', 2, { current: 0 })] },
});
const back = scan('returned', '2026-11-27 12:00', '1');

interface Expected {
  readonly stage: string;
  readonly shipped?: string;
  readonly cancelled?: string;
  readonly returned?: string;
  readonly handedOver?: string | null;
  readonly marks?: readonly string[];
  readonly excluded?: readonly string[];
}

test.each<[string, readonly OrderStatement[], Expected]>([
  [
    'one parcel scanned, one labelled',
    [ab, c, monday],
    { stage: 'labelled', shipped: '1/1/0', handedOver: null, marks: ['part shipped'] },
  ],
  ['a label is not shipped', [ab, c], { stage: 'labelled', shipped: '0/0/0', handedOver: null }],
  [
    'both scanned: handed over with the last',
    [ab, c, monday, wednesday],
    { stage: 'handed_over', shipped: '1/1/2', handedOver: '2026-11-25 16:05' },
  ],
  [
    'both delivered',
    [
      ab,
      c,
      monday,
      wednesday,
      scan('delivered', '2026-11-24 10:00', '1'),
      scan('delivered', '2026-11-26 10:00', '2'),
    ],
    { stage: 'delivered', handedOver: '2026-11-25 16:05' },
  ],
  [
    'the rest edited away before it left',
    [ab, monday, edit],
    {
      stage: 'handed_over',
      shipped: '1/1/0',
      cancelled: '0/0/2',
      handedOver: '2026-11-23 16:05',
      marks: ['edited after cut-off'],
    },
  ],
  [
    'cancelled after a part left',
    [ab, c, monday, cancel('2026-11-24 09:00')],
    {
      stage: 'handed_over',
      shipped: '1/1/0',
      cancelled: '0/0/2',
      marks: ['cancelled after hand-over'],
      excluded: [],
    },
  ],
  [
    'cancelled before anything left',
    [ab, c, cancel('2026-11-23 12:00')],
    {
      stage: 'cancelled',
      shipped: '0/0/0',
      cancelled: '1/1/2',
      handedOver: null,
      excluded: ['cancelled before hand-over'],
    },
  ],
  [
    'one of two parcels came back',
    [ab, c, monday, wednesday, back],
    { stage: 'handed_over', returned: '1/1/0', marks: ['returned to sender'] },
  ],
  [
    'all parcels came back; what is delivered afterwards is delivered to us',
    [
      ab,
      c,
      monday,
      wednesday,
      back,
      scan('delivered', '2026-12-01 12:00', '1'),
      scan('returned', '2026-11-30 12:00', '2'),
    ],
    { stage: 'returned', returned: '1/1/2', marks: ['returned to sender'] },
  ],
  [
    'a label voided and made anew',
    [
      parcel('0', '2026-11-23 09:30', 'A1 B1'),
      parcel('0', '2026-11-23 09:45', 'A1 B1', 'cancelled'),
      ab,
      c,
      monday,
      wednesday,
    ],
    { stage: 'handed_over', shipped: '1/1/2' },
  ],
  [
    'the scan of a parcel that failed',
    [parcel('1', '2026-11-23 10:00', 'A1 B1', 'failed'), monday],
    { stage: 'paid', shipped: '0/0/0', handedOver: null },
  ],
  [
    'a parcel of all that is in no other',
    [ab, parcel('3', '2026-11-23 12:00', null), monday, scan('handed_over', '2026-11-24 16:00', '3')],
    { stage: 'handed_over', shipped: '1/1/2', handedOver: '2026-11-24 16:00' },
  ],
  [
    'a file says of the whole order that it left',
    [
      says('2026-11-24 08:00', {
        source: 'file wms.csv',
        milestones: [reached('handed_over', '2026-11-23 16:30')],
      }),
    ],
    { stage: 'handed_over', shipped: '1/1/2', handedOver: '2026-11-23 16:30' },
  ],
  [
    'a scan beats what was told',
    [
      ab,
      c,
      monday,
      wednesday,
      says('2026-11-24 08:00', { milestones: [reached('handed_over', '2026-11-23 15:00')] }),
    ],
    { stage: 'handed_over', handedOver: '2026-11-25 16:05' },
  ],
])('%s', (_, statements, expected) => {
  const one = folded([order, ...statements]);
  const { shipped, cancelled, returned, handedOver, marks, excluded } = expected;
  expect(one.order.stage).toBe(expected.stage);
  if (shipped) expect(piecesOf(one, 'shipped')).toBe(shipped);
  if (cancelled) expect(piecesOf(one, 'cancelled')).toBe(cancelled);
  if (returned) expect(piecesOf(one, 'returned')).toBe(returned);
  if (handedOver !== undefined) expect(one.order.handedOverAt).toEqual(handedOver && moment(handedOver));
  if (marks) expect(one.flags.marks).toEqual(expect.arrayContaining([...marks]));
  if (excluded) expect(one.flags.excluded).toEqual(excluded);
});

const whole = [ab, c, monday, wednesday];
const refund = (at: string, restock: 'return' | 'restock' | 'none') =>
  says(at, {
    facet: 'refund 9',
    refunds: [
      {
        externalId: '9',
        at: moment(at),
        amountMinor: 1_000n,
        note: 'wrong size',
        lines: [{ id: 'C', quantity: 1, amountMinor: 1_000n, restock, location: null }],
      },
    ],
  });

test('a piece that was sent and given back is returned and refunded, and the order stays delivered', () => {
  const delivered = ['1', '2'].map((id) => scan('delivered', '2026-11-26 10:00', id));
  const one = folded([order, ...whole, ...delivered, refund('2026-11-30 10:00', 'return')]);
  expect(one.order.stage).toBe('delivered');
  expect([piecesOf(one, 'returned'), piecesOf(one, 'refunded'), piecesOf(one, 'ordered')]).toEqual([
    '0/0/1',
    '0/0/1',
    '1/1/2',
  ]);
});

test.each([
  ['2026-11-24 10:00', 'cancel'],
  ['2026-11-26 10:00', 'return'],
])('what goes back to stock on %s is a %s', (at, restock) => {
  const { refunds } = folded([order, ...whole, refund(at, 'restock')]);
  expect(refunds[0]?.lines.map((one) => one.restock)).toEqual([restock]);
});

test('money alone moves no piece', () => {
  const one = folded([order, ...whole, refund('2026-11-26 10:00', 'none')]);
  expect([piecesOf(one, 'returned'), piecesOf(one, 'refunded'), one.refunds[0]?.amountMinor]).toEqual([
    '0/0/0',
    '0/0/1',
    1_000n,
  ]);
});

test('the quantity that was due is that after the edits before the cut-off', () => {
  const early = says('2026-11-23 10:00', { lines: { tells: 'part', of: [line('B', 3)] } });
  const one = folded([order, early, edit]);
  expect(piecesOf(one, 'originalQuantity')).toBe('1/1/2');
  expect(piecesOf(one, 'dueQuantity')).toBe('1/3/2');
  expect(piecesOf(one, 'open')).toBe('1/3/0');
});

test('a parcel that comes later to be known failed takes its pieces back', () => {
  const failed = parcel('2', '2026-11-25 18:00', 'C2', 'failed');
  const one = folded([order, ...whole, failed]);
  expect([one.order.stage, piecesOf(one, 'shipped'), one.order.handedOverAt]).toEqual([
    'labelled',
    '1/1/0',
    null,
  ]);
  expect(one.fulfilments.map(({ tracking }) => tracking)).toEqual([['JJD1'], ['JJD2']]);
});

test.each(['return', 'none'] as const)(
  'a refund (%s) of a piece that has left takes nothing from the piece that is still to be sent',
  (restock) => {
    const two = sale('2026-11-23 09:00', [line('A', 2)]);
    const first = parcel('1', '2026-11-23 10:00', 'A1');
    const at = '2026-11-24 09:00';
    const back = says(at, {
      facet: 'refund 9',
      refunds: [
        {
          externalId: '9',
          at: moment(at),
          amountMinor: 1_000n,
          note: null,
          lines: [{ id: 'A', quantity: 1, amountMinor: 1_000n, restock, location: null }],
        },
      ],
    });
    const left = says(at, { lines: { tells: 'part', of: [line('A', 2, { current: 1 })] } });
    const order = folded([two, first, scan('handed_over', '2026-11-23 16:05', '1'), back, left]);
    expect(['shipped', 'cancelled', 'open'].map((what) => piecesOf(order, what as 'shipped'))).toEqual([
      '1',
      '0',
      '1',
    ]);
    // Before anything left, it is the piece that nobody sends any more.
    const before = folded([two, back, left]);
    expect(['cancelled', 'open'].map((what) => piecesOf(before, what as 'open'))).toEqual(['1', '1']);
  },
);
