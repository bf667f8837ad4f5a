import { expect, test } from 'vitest';
import {
  folded,
  line,
  moment,
  parcel,
  reached,
  sale,
  says,
  scan,
} from '../../../../test/harness/statements.ts';
import { rowsOf } from '../keeping/rows.ts';
import { kept } from '../telling/hash.ts';
import type { OrderStatement } from '../telling/model.ts';
import { type Booking, placeKey } from './model.ts';
import { movementsOf } from './movements.ts';
import { bookable, wantedBookings } from './rules.ts';

const known = { before: null, newId: () => 'parcel' };
const booked = (...statements: readonly OrderStatement[]) =>
  wantedBookings(rowsOf(folded(statements), statements.map(kept), 'order', known));
const clock = (at: Date) => at.toISOString().slice(8, 16).replace('T', ' ');
/** Such as "A allocate 2 HAM 23 09:00", in Hamburg's winter time. */
const shown = ({ lineKey, what, quantity, locationId, at }: Booking) =>
  `${lineKey} ${what} ${quantity} ${locationId.replace('location ', '')} ${clock(new Date(at.getTime() + 3_600_000))}`;

const order = sale('2026-11-23 09:00', [line('A', 3)]);
const header = (at: string, said: OrderStatement['header']) => says(at, { header: said });
const left = (at: string, current: number) =>
  says(at, { lines: { tells: 'part', of: [line('A', 3, { current })] } });
const from = (location: string, one: OrderStatement): OrderStatement => ({
  ...one,
  fulfilments: (one.fulfilments ?? []).map((said) => ({
    ...said,
    location: { source: 'shop', kind: 'location', externalId: location },
  })),
});
const cancelled = (at: string) => says(at, { milestones: [reached('cancelled', at)] });
const handedOver = (at: string) => says(at, { milestones: [reached('handed_over', at)] });
const refund = (
  id: string,
  at: string,
  quantity: number,
  restock: 'none' | 'cancel' | 'return',
  location: string | null = null,
) =>
  says(at, {
    facet: `refund ${id}`,
    refunds: [
      {
        externalId: id,
        at: moment(at),
        amountMinor: 1_000n,
        note: null,
        lines: [
          {
            id: 'A',
            quantity,
            amountMinor: 1_000n,
            restock,
            location: location === null ? null : { source: 'shop', kind: 'location', externalId: location },
          },
        ],
      },
    ],
  });

const { location: _, ...nowhere } = order.header ?? {};
const taken = 'A allocate 3 HAM 23 09:00';

test.each<[string, readonly OrderStatement[], readonly string[]]>([
  ['placed, it takes its pieces', [order], [taken]],
  ['paid or held changes nothing', [order, header('2026-11-23 10:00', { totalMinor: 5n })], [taken]],
  [
    'pieces that were edited away were never taken, since nobody says when',
    [order, left('2026-11-23 10:00', 2)],
    ['A allocate 2 HAM 23 09:00'],
  ],
  [
    'pieces that a refund puts back come back at its moment',
    [order, left('2026-11-23 10:00', 2), refund('1', '2026-11-23 10:00', 1, 'cancel')],
    [taken, 'A release 1 HAM 23 10:00'],
  ],
  [
    'those that it does not put back are nobody’s any more',
    [order, left('2026-11-23 10:00', 2), refund('1', '2026-11-23 10:00', 1, 'none')],
    [taken, 'A lapse 1 HAM 23 10:00'],
  ],
  ['money alone moves nothing', [order, refund('1', '2026-11-23 10:00', 1, 'none')], [taken]],
  ['cancelled, all come back', [order, cancelled('2026-11-23 11:00')], [taken, 'A release 3 HAM 23 11:00']],
  [
    'of a cancelled order a refund may have put some back before',
    [order, refund('1', '2026-11-23 10:00', 1, 'cancel'), cancelled('2026-11-23 11:00')],
    [taken, 'A release 1 HAM 23 10:00', 'A release 2 HAM 23 11:00'],
  ],
  [
    'cancelled without restock, none come back',
    [order, refund('1', '2026-11-23 11:00', 3, 'none'), cancelled('2026-11-23 11:00')],
    [taken, 'A lapse 3 HAM 23 11:00'],
  ],
  ['a label is no hand-over', [order, parcel('1', '2026-11-23 12:00', 'A3')], [taken]],
  [
    'a parcel that left takes them away',
    [order, parcel('1', '2026-11-23 12:00', 'A3'), scan('handed_over', '2026-11-23 16:00', '1')],
    [taken, 'A ship 3 HAM 23 16:00'],
  ],
  [
    'in two parcels from two places they are taken at each',
    [
      order,
      from('HAM', parcel('1', '2026-11-23 12:00', 'A1')),
      from('ROT', parcel('2', '2026-11-23 12:00', 'A2')),
      scan('handed_over', '2026-11-24 16:00', '2'),
    ],
    ['A allocate 2 ROT 23 09:00', 'A allocate 1 HAM 23 09:00', 'A ship 2 ROT 24 16:00'],
  ],
  [
    'one that failed leaves them to the order’s place',
    [order, from('ROT', parcel('1', '2026-11-23 12:00', 'A3', 'failed'))],
    [taken],
  ],
  [
    'an order that was moved takes them where it is',
    [
      order,
      header('2026-11-23 12:00', { location: { source: 'shop', kind: 'location', externalId: 'ROT' } }),
    ],
    ['A allocate 3 ROT 23 09:00'],
  ],
  [
    'handed over as a whole, without parcels',
    [order, handedOver('2026-11-23 16:00')],
    [taken, 'A ship 3 HAM 23 16:00'],
  ],
  [
    'cancelled when it had left, nothing comes back',
    [order, handedOver('2026-11-23 16:00'), cancelled('2026-11-24 09:00')],
    [taken, 'A ship 3 HAM 23 16:00'],
  ],
  [
    'part shipped and then cancelled, the rest comes back',
    [
      order,
      parcel('1', '2026-11-23 12:00', 'A1'),
      scan('handed_over', '2026-11-23 16:00', '1'),
      cancelled('2026-11-24 09:00'),
    ],
    [taken, 'A ship 1 HAM 23 16:00', 'A release 2 HAM 24 09:00'],
  ],
  [
    'returned to the sender books nothing until somebody puts it back',
    [
      order,
      parcel('1', '2026-11-23 12:00', 'A3'),
      scan('handed_over', '2026-11-23 16:00', '1'),
      scan('returned', '2026-11-26 12:00', '1'),
    ],
    [taken, 'A ship 3 HAM 23 16:00'],
  ],
  [
    'what came back is there again, where the refund says',
    [
      order,
      from('ROT', parcel('1', '2026-11-23 12:00', 'A3')),
      scan('handed_over', '2026-11-23 16:00', '1'),
      refund('1', '2026-11-27 09:00', 1, 'return', 'HAM'),
      refund('2', '2026-11-28 09:00', 1, 'return'),
    ],
    [
      'A allocate 3 ROT 23 09:00',
      'A ship 3 ROT 23 16:00',
      'A return 1 HAM 27 09:00',
      'A return 1 ROT 28 09:00',
    ],
  ],
  [
    'a refund without restock of what had left writes nothing',
    [
      order,
      handedOver('2026-11-23 16:00'),
      left('2026-11-27 09:00', 2),
      refund('1', '2026-11-27 09:00', 1, 'none'),
    ],
    [taken, 'A ship 3 HAM 23 16:00'],
  ],
  [
    'what never left cannot return: it is put back',
    [order, left('2026-11-23 10:00', 2), refund('1', '2026-11-23 10:00', 1, 'return')],
    [taken, 'A release 1 HAM 23 10:00'],
  ],
  [
    'no more comes back than was cancelled',
    [order, left('2026-11-23 10:00', 2), refund('1', '2026-11-23 10:00', 3, 'cancel')],
    [taken, 'A release 1 HAM 23 10:00'],
  ],
  [
    'no more is taken in parcels than was ordered',
    [
      order,
      from('ROT', parcel('1', '2026-11-23 12:00', 'A2')),
      from('HAM', parcel('2', '2026-11-23 12:00', 'A2')),
    ],
    ['A allocate 1 HAM 23 09:00', 'A allocate 2 ROT 23 09:00'],
  ],
  ['a test order takes nothing', [order, header('2026-11-23 10:00', { test: true })], []],
  [
    'one that was no test after all does',
    [header('2026-11-23 08:00', { test: true }), { ...order, header: { ...order.header, test: false } }],
    [taken],
  ],
  ['a draft takes nothing', [order, header('2026-11-23 10:00', { draft: true })], []],
  [
    'a draft that was confirmed takes them from when it was placed',
    [order, header('2026-11-23 10:00', { draft: true }), header('2026-11-23 12:00', { draft: false })],
    [taken],
  ],
  [
    'a replacement takes stock like any order',
    [order, header('2026-11-23 10:00', { replaces: { source: 'shop', kind: 'order', externalId: '1041' } })],
    [taken],
  ],
  [
    'one that went into another takes nothing',
    [
      order,
      header('2026-11-23 10:00', { mergedInto: { source: 'shop', kind: 'order', externalId: '1043' } }),
    ],
    [],
  ],
  ['a credit takes nothing', [{ ...order, header: { ...order.header, kind: 'credit' } }], []],
  [
    'without a place nothing is known',
    [says('2026-11-23 09:00', { header: nowhere, lines: { tells: 'whole', of: [line('A', 3)] } })],
    [],
  ],
  [
    'postage and what nobody sends take nothing',
    [
      sale('2026-11-23 09:00', [
        line('A', 1, { kind: 'service' }),
        line('B', 1, { requiresShipping: false }),
        line('C', 1, { code: 'WHO' }),
      ]),
    ],
    [],
  ],
])('%s', (_, statements, expected) => {
  expect(booked(...statements).map(shown)).toEqual(expected);
});

const [sent] = [booked(order, handedOver('2026-11-23 16:00'))];
const since = (at: string) => new Map(sent.map((one) => [placeKey(one), moment(at)]));

test('the ledger knows what was open, or happened, after its first number', () => {
  expect(bookable(sent, new Map())).toEqual([]);
  expect(bookable(sent, since('2026-11-23 08:00'))).toEqual(sent);
  expect(bookable(sent, since('2026-11-23 12:00'))).toEqual(sent);
  expect(bookable(sent, since('2026-11-23 16:00')), 'its first number has counted all of it').toEqual([]);
  const open = booked(order);
  expect(bookable(open, since('2026-11-24 16:00')), 'what is open is committed').toEqual(open);
});

test('what had left, or was given back, before the first number was never taken', () => {
  const sentInPart = [
    order,
    parcel('1', '2026-11-23 12:00', 'A1'),
    scan('handed_over', '2026-11-23 16:00', '1'),
  ];
  const when = (statements: readonly OrderStatement[], at: string) =>
    bookable(booked(...statements), since(at)).map(shown);
  const givenBack = [...sentInPart, cancelled('2026-11-23 17:00')];
  expect(when(givenBack, '2026-11-23 15:59')).toEqual([
    taken,
    'A ship 1 HAM 23 16:00',
    'A release 2 HAM 23 17:00',
  ]);
  expect(when(givenBack, '2026-11-23 16:00')).toEqual([
    'A allocate 2 HAM 23 09:00',
    'A release 2 HAM 23 17:00',
  ]);
  expect(when(givenBack, '2026-11-23 17:00')).toEqual([]);
  const cameBack = [...sentInPart, refund('2', '2026-11-24 09:00', 1, 'return')];
  const held = 'A allocate 2 HAM 23 09:00';
  expect(when(cameBack, '2026-11-24 08:59')).toEqual([held, 'A return 1 HAM 24 09:00']);
  expect(when(cameBack, '2026-11-24 09:00'), 'it was on the shelf again').toEqual([held]);
});

test('only what is another now moves, at its old moment and its new one', () => {
  const before = booked(order);
  expect(movementsOf(before, before)).toEqual([]);
  const leg = (quantity: number, bucket: string) => ({
    skuId: 'sku SKU-A',
    locationId: 'location HAM',
    bucket,
    quantity,
  });
  expect(movementsOf([], before)).toEqual([
    {
      cause: 'allocation',
      at: moment('2026-11-23 09:00'),
      legs: [leg(-3, 'available'), leg(3, 'committed')],
    },
  ]);
  expect(movementsOf(before, booked(order, left('2026-11-23 10:00', 2)))).toEqual([
    {
      cause: 'allocation',
      at: moment('2026-11-23 09:00'),
      legs: [leg(1, 'available'), leg(-1, 'committed')],
    },
  ]);
  const moved = before.map((one) => ({ ...one, at: moment('2026-11-23 08:00') }));
  expect(movementsOf(before, moved)).toEqual([
    {
      cause: 'allocation',
      at: moment('2026-11-23 08:00'),
      legs: [leg(-3, 'available'), leg(3, 'committed')],
    },
    {
      cause: 'allocation',
      at: moment('2026-11-23 09:00'),
      legs: [leg(3, 'available'), leg(-3, 'committed')],
    },
  ]);
});
