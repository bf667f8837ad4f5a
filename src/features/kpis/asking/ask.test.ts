import { expect, test } from 'vitest';
import { defineFacts, type Kpi, type LackingKpi } from '../../../core/tokens/fact.ts';
import { readAsked } from './ask.ts';

const today = '2026-03-05';
const kpi = (key: string, name: string, aliases: readonly string[]): Kpi => ({
  key,
  name,
  aliases,
  formula: '',
  good: 'up',
  owner: 'shipping',
  version: 1,
  measure: { kind: 'share', of: 'n', among: 'd' },
  facts: {
    family: defineFacts({ id: key, tables: {} }),
    table: 'sample_fact',
    one: 'order',
    version: 1,
    dimensions: [
      { name: 'carrier', title: 'carrier', words: ['courier'] },
      { name: 'cancelled_by', title: 'who cancelled', words: ['cancelled by'] },
    ],
  },
  anchor: { column: 'day', words: 'placed' },
  feed: null,
});
const lacking: LackingKpi = {
  key: 'perfect',
  name: 'Perfect orders',
  aliases: ['perfect order'],
  owner: 'management',
  lacks: '',
};
const known = [
  kpi('otd', 'On-time delivery', ['on time']),
  kpi('ots', 'On-time shipment', ['shipped on time']),
  kpi('late_carrier', 'Late by the carrier', ['late by carrier', 'late carrier']),
  kpi('orders', 'Orders placed', ['orders']),
  lacking,
];

const read = (text: string) => {
  const asked = readAsked(text, known, today);
  if ('tooLong' in asked) return 'too long';
  if ('unknown' in asked) return [`unknown ${asked.unknown}`, ...asked.near].join(', ');
  if ('noDays' in asked) return [`${asked.of.key}, no days ${asked.noDays}`, ...asked.near].join(', ');
  if ('noVersus' in asked) return `not against ${asked.noVersus}`;
  if ('noDimension' in asked) return `${asked.of.key} not by ${asked.noDimension}`;
  const { about, period, by, versus, isExact } = asked;
  return [about.key, period.from, period.to, by?.name, versus, isExact && 'exactly']
    .filter(Boolean)
    .join(' ');
};

test.each([
  ['on time', 'otd 2026-02-03 2026-03-05'],
  ['On-Time 7d', 'otd 2026-02-26 2026-03-05'],
  ['otd yesterday', 'otd 2026-03-04 2026-03-05'],
  ['on time last week', 'otd 2026-02-23 2026-03-02'],
  ['orders last month vs last year', 'orders 2026-02-01 2026-03-01 last year'],
  ['orders October', 'orders 2025-10-01 2025-11-01'],
  ['orders Q1 2026', 'orders 2026-01-01 2026-04-01'],
  ['orders 2025', 'orders 2025-01-01 2026-01-01'],
  ['orders since 1 Mar', 'orders 2026-03-01 2026-03-06'],
  ['orders 1 Feb to 15 Feb', 'orders 2026-02-01 2026-02-16'],
  ['orders this month', 'orders 2026-03-01 2026-03-06'],
  ['orders today', 'orders 2026-03-05 2026-03-06'],
  ['orders all', 'orders 0001-01-01 9999-12-31'],
  ['on time 30d by weather', 'otd not by weather'],
  ['on time by carrier 30d', 'otd 2026-02-03 2026-03-05 carrier'],
  ['on time 30d by the couriers vs previous', 'otd 2026-02-03 2026-03-05 carrier previous'],
  ['late by carrier', 'late_carrier 2026-02-03 2026-03-05'],
  ['late by carrier 7d by carrier', 'late_carrier 2026-02-26 2026-03-05 carrier'],
  ['orders by who cancelled 7d', 'orders 2026-02-26 2026-03-05 cancelled_by'],
  ['on time yesterday by carrier exactly', 'otd 2026-03-04 2026-03-05 carrier exactly'],
  ['orders to the last digit', 'orders 2026-02-03 2026-03-05 exactly'],
  ['on tme 7d', 'otd 2026-02-26 2026-03-05'],
  ['perfect order', 'perfect 2026-02-03 2026-03-05'],
  ['on time by moon phase', 'otd not by moon phase'],
  ['happiness', 'unknown happiness'],
  ['orders 0d', 'orders, no days 0d'],
  // Each part that is misspelt is named, and no other.
  ['on tmie 30d', 'unknown on tmie, "On-time delivery"'],
  ['on tmie 30d by carrier', 'unknown on tmie, "On-time delivery"'],
  ['on time yesteday', 'otd, no days yesteday, yesterday'],
  ['on time yesteday by carrier', 'otd, no days yesteday, yesterday'],
  ['on time by carrier yesteday vs last year', 'otd, no days yesteday, yesterday'],
  ['on tmie yesteday', 'unknown on tmie, "On-time delivery"'],
  ['orders lst week', 'orders, no days lst week, last week'],
  ['orders this week vs last week', 'orders 2026-03-02 2026-03-06 last week'],
  ['orders 30d vs last month', 'orders 2026-02-03 2026-03-05 last month'],
  ['orders 30d vs the days before', 'orders 2026-02-03 2026-03-05 previous'],
  ['orders February vs January', 'orders 2026-02-01 2026-03-01 previous'],
  ['orders today vs yesterday', 'orders 2026-03-05 2026-03-06 previous'],
  ['orders 30d vs January', 'not against january'],
  ['orders 30d vs the moon', 'not against moon'],
])('%s', (text, meant) => {
  expect(read(text)).toBe(meant);
});

test('a split that is written out is no slip of a name, and a name that has "by" in it is no split', () => {
  expect(read('late carrier by carrier')).toBe('late_carrier 2026-02-03 2026-03-05 carrier');
  expect(read('late carrier last week by courier')).toBe('late_carrier 2026-02-23 2026-03-02 carrier');
  expect(read('late by carrier')).toBe('late_carrier 2026-02-03 2026-03-05');
});

test('what goes on at a moment is asked for as of now, where nobody names days', () => {
  const backlog: Kpi = {
    ...kpi('backlog', 'Backlog', []),
    measure: { kind: 'standing', of: 'n', unit: 'order' },
  };
  expect(readAsked('backlog', [backlog], today)).toMatchObject({ period: { to: '2026-03-06' } });
  expect(readAsked('backlog yesterday', [backlog], today)).toMatchObject({ period: { to: '2026-03-05' } });
});

test('a text that was pasted is refused before its words are tried in every way, which would take hours', () => {
  expect(read(`on time ${'by '.repeat(900)}carrier`)).toBe('too long');
  expect(read(`on time ${'7d by carrier '.repeat(200)}`)).toBe('too long');
  expect(read('x'.repeat(3_000))).toBe(`unknown ${'x'.repeat(3_000)}`);
});
