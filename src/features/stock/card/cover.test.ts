import { expect, test } from 'vitest';
import { builders } from '../../../../test/harness/builders.ts';
import { newContext, testDatabase } from '../../../../test/harness/database.ts';
import { importing } from '../../../../test/harness/import.ts';
import { asPlainText } from '../../../ui/plain.ts';
import { severalCards } from '../look-up/views.ts';
import { mug } from '../sample-cards.ts';
import { coverOf, coverText } from './cover-views.ts';
import { daysWithOrders, demandSince, unitsPerDay } from './demand-rules.ts';
import { statusOf } from './rules.ts';
import { findCard } from './store.ts';
import { stockCard } from './views.ts';

const reading = { now: new Date('2026-03-02T08:40:00Z'), timeZone: 'Europe/Berlin' };

test.each([
  ['no orders at all', null, 0],
  ['orders of years', '2024-03-01T09:00:00Z', 28],
  ['a first order at the very start', '2026-02-02T08:40:00Z', 28],
  ['ten days of orders', '2026-02-20T08:40:00Z', 10],
  ['a first order just now', '2026-03-02T08:40:00Z', 0],
  ['a first order by a clock that is ahead', '2026-03-02T09:40:00Z', 0],
])('%s', (_, first, days) => {
  expect(daysWithOrders(first === null ? null : new Date(first), demandSince(reading.now))).toBe(days);
});

test('demand a day is what was sold by the days for which there are orders', () => {
  expect(unitsPerDay({ recentUnits: 140, demandOver: 28 })).toBe(5);
  expect(unitsPerDay({ recentUnits: 140, demandOver: 7 })).toBe(20);
  expect(unitsPerDay({ recentUnits: 140, demandOver: 6.9 })).toBeNull();
  expect(unitsPerDay({ recentUnits: 0, demandOver: 28 })).toBeNull();
});

test('cover names its pace and its period, or why nobody can say', () => {
  const cover = (change: Partial<typeof mug>) => coverText({ ...mug, ...change }, reading);
  expect(cover({ recentUnits: 325 })).toBe('12 days at 11.6 a day over 28 days');
  expect(cover({ demandOver: 10 })).toBe('10 days at 14 a day over 10 days');
  expect(cover({ demandOver: 6, ordersSince: new Date('2026-02-24T08:40:00Z') })).toBe(
    'not known yet: orders since 24 Feb 09:40',
  );
  expect(cover({ demandOver: 10, recentUnits: 0 })).toBe('no sales in 10 days');
});

test('the cover of a change goes by the same days', () => {
  expect(coverOf(70, { recentUnits: 28, demandOver: 28 })).toBe('70 days');
  expect(coverOf(70, { recentUnits: 28, demandOver: 7 })).toBe('17 days');
  expect(coverOf(-3, { recentUnits: 28, demandOver: 28 })).toBe('less than a day');
  expect(coverOf(70, { recentUnits: 28, demandOver: 6.5 })).toBe('not known yet: orders go back 6 days');
  expect(coverOf(70, { recentUnits: 0, demandOver: 28 })).toBe('not known: no sales in 28 days');
  expect(coverOf(70, { recentUnits: 0, demandOver: 0 })).toBe('not known: there are no orders yet');
});

test('while orders are silent the card says so first, and what depends on them rests', () => {
  const since = new Date('2026-03-02T01:10:00Z');
  const silent = {
    ...mug,
    locations: mug.locations.slice(0, 1),
    silentOrders: [{ source: 'shopify', since }],
  };
  const card = stockCard(silent, reading);
  expect(card.text.slice(0, 150)).toContain('(OK); no orders from shopify since 02:10, so cover rests');
  const said = asPlainText(card);
  expect(said).toContain('⚠️');
  expect(said).toContain('Cover: 24 days at 5 a day over 28 days, resting');
  expect(said).toContain('Demand: no orders from shopify since 02:10 CET');
  const unsold = asPlainText(stockCard({ ...silent, recentUnits: 0 }, reading));
  expect(unsold).toContain('Cover: not known: no orders from shopify since 02:10');
  expect(unsold).not.toContain('cover rests');
  const two = [...silent.silentOrders, { source: 'amazon', since: reading.now }];
  expect(stockCard({ ...silent, silentOrders: two }, reading).text).toContain(
    'no orders from shopify and 1 other source since 02:10',
  );
  const files = stockCard({ ...silent, silentOrders: [{ source: 'file', since }] }, reading);
  expect(files.text).toContain('(OK); no orders since 02:10, so');
  const several = asPlainText(severalCards([silent], [], reading));
  expect(several).toMatch(/24 days, resting/);
  expect(several).toContain('Demand: no orders from shopify since 02:10 CET.');
});

async function shopSince(firstOrder: string) {
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
    `number,placed_at,code,quantity\n1,${firstOrder},GONE,1\n2,2026-03-01T10:00:00Z,MUG-01,5\n`,
  );
  const card = await findCard(ctx.engine.database.scope(ctx.workspace.id), sku, demandSince(reading.now));
  if (!card) throw new Error(said.join('\n'));
  return card;
}

test('a shop of six days has no cover yet, and no overstock by it', async () => {
  const card = await shopSince('2026-02-24T08:40:00Z');
  expect(statusOf(card)).toBe('ok');
  expect(asPlainText(stockCard(card, reading))).toContain('Cover: not known yet: orders since 24 Feb 09:40');
});

test('a shop of ten days counts by ten days, whatever was ordered first', async () => {
  const card = await shopSince('2026-02-20T08:40:00Z');
  expect(asPlainText(stockCard(card, reading))).toContain('Cover: 130 days at 0.5 a day over 10 days');
  expect(statusOf(card)).toBe('ok');
});
