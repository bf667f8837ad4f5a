import { expect, test } from 'vitest';
import { builders } from '../../../../test/harness/builders.ts';
import { newContext, testDatabase } from '../../../../test/harness/database.ts';
import { importing } from '../../../../test/harness/import.ts';
import { asPlainText } from '../../../ui/plain.ts';
import { severalCards } from '../look-up/views.ts';
import { mug } from '../sample-cards.ts';
import { coverOf, coverText } from './cover-views.ts';
import { businessDay, daysWithOrders, unitsPerDay } from './demand-rules.ts';
import { statusOf } from './rules.ts';
import { findCard } from './store.ts';
import { stockCard } from './views.ts';

const reading = { now: new Date('2026-03-02T08:40:00Z'), timeZone: 'Europe/Berlin' };
const today = { day: '2026-03-02', timeZone: 'Europe/Berlin' };

test.each([
  ['no orders at all', null, 0],
  ['orders of years', '2024-03-01T09:00:00Z', 28],
  ['a first order on the first day', '2026-02-02T22:40:00Z', 28],
  ['a first order on the second day', '2026-02-02T23:40:00Z', 27],
  ['ten days of orders', '2026-02-20T08:40:00Z', 10],
  ['a first order just before midnight', '2026-02-19T22:59:59.999Z', 11],
  ['a first order at midnight', '2026-02-19T23:00:00Z', 10],
  ['a first order yesterday', '2026-03-01T22:00:00Z', 1],
  ['a first order today', '2026-03-02T08:40:00Z', 0],
  ['a first order by a clock that is ahead', '2026-03-03T09:40:00Z', 0],
])('%s', (_, first, days) => {
  expect(daysWithOrders(first === null ? null : new Date(first), today)).toBe(days);
});

test.each([
  ['Europe/Berlin', '2026-03-02T22:59:59Z', '2026-03-02'],
  ['Europe/Berlin', '2026-03-02T23:00:00Z', '2026-03-03'],
  ['America/New_York', '2026-03-02T04:59:00Z', '2026-03-01'],
])("today is that of the shop's own zone: in %s %s lies on %s", (timeZone, now, day) => {
  expect(businessDay({ workspace: { timeZone }, now: new Date(now) })).toEqual({ day, timeZone });
});

test('a week with a change of clocks has seven days', () => {
  // 30 March, after the night of the 29th that has one hour less: from 00:30 on the 23rd.
  const first = new Date('2026-03-22T23:30:00Z');
  expect(daysWithOrders(first, { day: '2026-03-30', timeZone: 'Europe/Berlin' })).toBe(7);
});

test('demand a day is what was sold by the days for which there are orders', () => {
  expect(unitsPerDay({ recentUnits: 140, demandOver: 28 })).toBe(5);
  expect(unitsPerDay({ recentUnits: 140, demandOver: 7 })).toBe(20);
  expect(unitsPerDay({ recentUnits: 140, demandOver: 6.9 })).toBeNull();
  expect(unitsPerDay({ recentUnits: 0, demandOver: 28 })).toBeNull();
});

test('cover names its pace and its period, or why nobody can say', () => {
  const cover = (change: Partial<typeof mug>) => coverText({ ...mug, ...change }, reading);
  expect(cover({ recentUnits: 325 })).toBe('12 days at 11.6 a day over the 28 days before today');
  expect(cover({ demandOver: 10 })).toBe('10 days at 14 a day over the 10 days before today');
  expect(cover({ demandOver: 6, ordersSince: new Date('2026-02-24T08:40:00Z') })).toBe(
    'not known yet: orders since 24 Feb 09:40 CET',
  );
  expect(cover({ demandOver: 10, recentUnits: 0 })).toBe('no sales in the 10 days before today');
});

test('the cover of a change goes by the same days', () => {
  expect(coverOf(70, { recentUnits: 28, demandOver: 28 })).toBe('70 days');
  expect(coverOf(70, { recentUnits: 28, demandOver: 7 })).toBe('17 days');
  expect(coverOf(-3, { recentUnits: 28, demandOver: 28 })).toBe('less than a day');
  expect(coverOf(70, { recentUnits: 28, demandOver: 6.5 })).toBe('not known yet: orders go back 6 days');
  expect(coverOf(70, { recentUnits: 0, demandOver: 28 })).toBe('not known: no sales in the 28 days before');
  expect(coverOf(70, { recentUnits: 0, demandOver: 0 })).toBe('not known yet: no orders of an earlier day');
});

test('while orders are silent the card says so first, and what depends on them rests', () => {
  const since = new Date('2026-03-02T01:10:00Z');
  const silent = {
    ...mug,
    locations: mug.locations.slice(0, 1),
    silentOrders: [{ source: 'shopify', since }],
  };
  const card = stockCard(silent, reading);
  expect(card.text.slice(0, 150)).toContain('(OK); no orders from shopify since 02:10 CET, so cover rests');
  const said = asPlainText(card);
  expect(said).toContain('⚠️');
  expect(said).toContain('Cover: 24 days at 5 a day over the 28 days before today, resting');
  expect(said).toContain('Demand: no orders from shopify since 02:10 CET');
  const unsold = asPlainText(stockCard({ ...silent, recentUnits: 0 }, reading));
  expect(unsold).toContain('Cover: not known: no orders from shopify since 02:10 CET');
  expect(unsold).not.toContain('cover rests');
  const two = [...silent.silentOrders, { source: 'amazon', since: reading.now }];
  expect(stockCard({ ...silent, silentOrders: two }, reading).text).toContain(
    'no orders from shopify and 1 other source since 02:10 CET',
  );
  const files = stockCard({ ...silent, silentOrders: [{ source: 'file', since }] }, reading);
  expect(files.text).toContain('(OK); no orders since 02:10 CET, so');
  const several = asPlainText(severalCards([silent], [], reading));
  expect(several).toMatch(/24 days, resting/);
  expect(several).toContain('Demand: no orders from shopify since 02:10 CET.');
});

async function shopWith(...orders: readonly string[]) {
  const ctx = await newContext();
  const { prisma } = await testDatabase();
  const given = builders(prisma, ctx.workspace, ctx.now);
  const sku = await given.sku('MUG-01');
  await importing(
    ctx,
    'levels FILE --create-locations',
    'sku,location,available,as_of\nMUG-01,HAM,65,2026-03-02T08:00:00Z\n',
  );
  const { said } = await importing(
    ctx,
    'orders FILE',
    `number,placed_at,code,quantity\n${orders.map((order, n) => `${n},${order}`).join('\n')}\n`,
  );
  const card = await findCard(ctx.engine.database.scope(ctx.workspace.id), sku, today);
  if (!card) throw new Error(said.join('\n'));
  return card;
}

const shopSince = async (firstOrder: string) =>
  await shopWith(`${firstOrder},GONE,1`, '2026-03-01T10:00:00Z,MUG-01,5');

test('the 28 whole days before today count, from midnight to midnight where the shop is', async () => {
  const card = await shopWith(
    '2026-02-01T22:59:59Z,MUG-01,2',
    '2026-02-01T23:00:00Z,MUG-01,10',
    '2026-03-01T22:59:59Z,MUG-01,30',
    // What is ordered in the course of today moves no figure.
    '2026-03-01T23:00:00Z,MUG-01,500',
    '2026-03-02T08:39:00Z,MUG-01,500',
  );
  expect(card).toMatchObject({ recentUnits: 40, demandOver: 28 });
  expect(asPlainText(stockCard(card, reading))).toContain(
    'Cover: 45 days at 1.4 a day over the 28 days before today',
  );
});

test('on its first day a shop has no cover yet, and the card says since when there are orders', async () => {
  const card = await shopWith('2026-03-02T06:40:00Z,MUG-01,5');
  expect(card).toMatchObject({ recentUnits: 0, demandOver: 0 });
  expect(asPlainText(stockCard(card, reading))).toContain('Cover: not known yet: orders since 07:40 CET');
});

test('a shop of six days has no cover yet, and no overstock by it', async () => {
  const card = await shopSince('2026-02-24T08:40:00Z');
  expect(statusOf(card)).toBe('ok');
  expect(asPlainText(stockCard(card, reading))).toContain(
    'Cover: not known yet: orders since 24 Feb 09:40 CET',
  );
});

test('a shop of ten days counts by ten days, whatever was ordered first', async () => {
  const card = await shopSince('2026-02-20T08:40:00Z');
  expect(asPlainText(stockCard(card, reading))).toContain(
    'Cover: 130 days at 0.5 a day over the 10 days before today',
  );
  expect(statusOf(card)).toBe('ok');
});
