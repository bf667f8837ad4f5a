import { expect, test } from 'vitest';
import {
  folded,
  hold,
  line,
  moment,
  parcel,
  reached,
  sale,
  says,
  scan,
  shopOf,
} from '../../../../test/harness/statements.ts';
import type { OrderStatement } from '../telling/model.ts';
import { destinationZone } from './zone-rules.ts';

const paid = (at: string) => sale('2026-11-20 08:00', [line('A', 1)], at);
const then = (what: 'allocated' | 'picked' | 'packed', at: string) =>
  says(at, { milestones: [reached(what, at)] });

// 27 November 2026 is a Friday; people work from nine to five.
test.each<[string, readonly OrderStatement[], string | null, string | null]>([
  ['two working hours to allocate', [paid('2026-11-27 16:30')], 'unallocated', '2026-11-30 10:30'],
  [
    'four working hours to pick, or two hours before the cut-off',
    [paid('2026-11-27 09:00'), then('allocated', '2026-11-27 10:00')],
    'unpicked',
    '2026-11-27 14:00',
  ],
  [
    'the earlier of the two',
    [paid('2026-11-27 09:00'), then('allocated', '2026-11-27 13:00')],
    'unpicked',
    '2026-11-27 14:00',
  ],
  ['picked has no limit', [paid('2026-11-27 09:00'), then('picked', '2026-11-27 13:00')], null, null],
  [
    "packed: past today's truck and its margin",
    [paid('2026-11-27 09:00'), then('packed', '2026-11-27 15:00')],
    'unscanned',
    '2026-11-27 16:45',
  ],
  [
    'packed after the last truck: the next one',
    [paid('2026-11-27 09:00'), then('packed', '2026-11-27 16:30')],
    'unscanned',
    '2026-11-30 16:45',
  ],
  [
    'labelled over a weekend: the day is over on Saturday, and people come on Monday before the truck',
    [paid('2026-11-27 09:00'), parcel('1', '2026-11-27 16:30', 'A1')],
    'label unscanned',
    '2026-11-30 09:00',
  ],
  ['on hold it cannot stop', [paid('2026-11-27 09:00'), hold('2026-11-27 09:30', true)], null, null],
  [
    'freed, the hours begin again',
    [paid('2026-11-27 09:00'), hold('2026-11-27 09:30', true), hold('2026-11-27 11:00', false)],
    'unallocated',
    '2026-11-27 13:00',
  ],
  ['nobody paid', [sale('2026-11-27 09:00', [line('A', 1)], null)], null, null],
  [
    'it left',
    [
      paid('2026-11-27 09:00'),
      parcel('1', '2026-11-27 10:00', 'A1'),
      scan('handed_over', '2026-11-27 16:00', '1'),
    ],
    null,
    null,
  ],
  [
    'a test order',
    [paid('2026-11-27 09:00'), says('2026-11-27 09:01', { header: { test: true } })],
    null,
    null,
  ],
  ['nothing to send', [sale('2026-11-27 09:00', [line('A', 1, { requiresShipping: false })])], null, null],
])('%s', (_, statements, nextStop, at) => {
  const { order } = folded(statements, shopOf());
  expect([order.nextStop, order.nextStopAt]).toEqual([nextStop, at && moment(at)]);
});

test('what is still to be sent is worth what of it is goods, not cancelled and here', () => {
  const { order } = folded([
    sale('2026-11-27 09:00', [
      line('A', 2, { unitPriceMinor: 1_450n }),
      line('B', 1, { unitPriceMinor: 5_740n }),
      line('C', 4, { unitPriceMinor: 9_900n, current: 0 }),
      line('P', 1, { unitPriceMinor: 495n, kind: 'service' }),
    ]),
    parcel('1', '2026-11-27 10:00', 'A1'),
    scan('handed_over', '2026-11-27 16:00', '1'),
  ]);
  expect([order.openMinor, order.valueMinor]).toEqual([7_190n, 8_640n]);
});

test('a credit gives pieces back, sends none and is worth nothing to a backlog', () => {
  const credit = sale('2026-11-27 09:00', [line('A', 2)]);
  const one = folded([credit, says('2026-11-27 09:01', { header: { kind: 'credit' } })]);
  expect(one.lines).toMatchObject([{ ordered: 0, refunded: 2, open: 0, originalQuantity: 2 }]);
  expect([one.order.valueMinor, one.order.openMinor, one.order.nextStop]).toEqual([0n, 0n, null]);
});

test.each([
  ['DE', null, 'Europe/Berlin', 'country'],
  ['US', 'KY', 'America/New_York', 'region'],
  ['US', null, 'Europe/Vienna', 'business'],
  [null, null, 'Europe/Vienna', 'business'],
] as const)('the customer in %s %s is at %s', (country, region, shipZone, zoneSource) => {
  expect(destinationZone(country, region, 'Europe/Vienna')).toEqual({ shipZone, zoneSource });
});

test.each([
  ['test', { test: true }],
  ['draft', { draft: true }],
  ['digital', { digital: true }],
  ['replacement', { replaces: { source: 'shop', kind: 'order', externalId: '1' } }],
  ['merged', { mergedInto: { source: 'shop', kind: 'order', externalId: '2' } }],
] as const)('an order that is %s is left out of figures', (flag, header) => {
  const one = folded([paid('2026-11-27 09:00'), says('2026-11-27 09:01', { header })]);
  expect(one.flags.excluded).toEqual([flag]);
  expect(one.lines.map(({ counted }) => counted)).toEqual([flag === 'digital' || flag === 'merged']);
});

test('impossible times are listed as faults', () => {
  const one = folded([
    paid('2026-11-27 09:00'),
    says('2026-11-28 09:00', {
      milestones: [reached('handed_over', '2026-11-19 09:00'), reached('delivered', '2026-11-18 09:00')],
    }),
  ]);
  expect(one.flags.faults).toEqual(['delivered before handed over', 'handed over before placed']);
});
