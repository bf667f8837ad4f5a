import { beforeEach, expect, test } from 'vitest';
import { builders } from '../../../../test/harness/builders.ts';
import { newContext, testDatabase } from '../../../../test/harness/database.ts';
import { importing } from '../../../../test/harness/import.ts';
import type { Context } from '../../../core/runtime/context.ts';
import { asSystem } from '../../../core/runtime/system.ts';
import { inUnit } from '../../../core/runtime/unit.ts';
import { gatherHandler } from './gather.ts';
import { hear } from './hear.ts';

const start = new Date('2026-03-02T08:00:00Z');
let ctx: Context;
let location: string;

beforeEach(async () => {
  ctx = asSystem(await newContext({ at: start.toISOString() }), 'test');
  const { prisma } = await testDatabase();
  const given = builders(prisma, ctx.workspace, start);
  location = await given.location({ code: 'ROT', name: 'Rotterdam', asOf: null });
  await given.sku('MUG-01');
});

const later = (seconds: number) => ({ ...ctx, now: new Date(start.getTime() + seconds * 1_000) });
const news = (coversUntil: string | null, lags = { '40': 1 }) => ({
  kind: 'levels',
  source: '3PL',
  location,
  coversUntil: coversUntil === null ? null : new Date(`2026-03-02T${coversUntil}Z`),
  lags,
});
const heard = async (at: Context, ...all: ReturnType<typeof news>[]) => await hear.call(at, { news: all });
const feeds = async () => {
  const { prisma } = await testDatabase();
  return await prisma.feed.findMany({ where: { workspaceId: ctx.workspace.id }, orderBy: { number: 'asc' } });
};
const hours = async () => {
  const { prisma } = await testDatabase();
  const where = { workspaceId: ctx.workspace.id };
  return await prisma.feedHour.findMany({ where, orderBy: { hour: 'asc' } });
};
/** Does what waits, as the drain does when its moment has come. */
const gathers = async (at: Context) => {
  const { prisma } = await testDatabase();
  const where = { workspaceId: ctx.workspace.id, kind: 'feeds.gather', dueAt: { lte: at.now } };
  const pieces = await prisma.work.findMany({ where, orderBy: { id: 'asc' } });
  await inUnit(at, {}, async (unit) => await gatherHandler.act(unit, pieces));
  await prisma.work.deleteMany({ where });
  return pieces.length;
};

test('what comes often is written every ten seconds, and nothing of it is lost', async () => {
  await heard(ctx, news('07:59:00'));
  for (const second of [2, 4, 6]) await heard(later(second), news(`07:59:0${second}`));
  expect(await feeds()).toMatchObject([
    { number: 1, source: '3PL', lastHeardAt: start, coversUntil: new Date('2026-03-02T07:59:00Z') },
  ]);
  expect(await gathers(later(9))).toBe(0);
  expect(await gathers(later(10))).toBe(3);
  expect(await feeds()).toMatchObject([
    { lastHeardAt: later(6).now, coversUntil: new Date('2026-03-02T07:59:06Z'), writtenAt: later(10).now },
  ]);
  expect(await hours()).toMatchObject([
    { hour: start, arrivals: 4, gaps: { '2': 3 }, longestGap: 2, lags: { '40': 4 } },
  ]);
});

test('a late file moves nothing back, and a clock that is ahead nothing forward', async () => {
  await heard(ctx, news('07:59:00'));
  await heard(later(60), news('06:00:00'));
  await heard(later(120), news(null));
  expect(await feeds()).toMatchObject([
    { lastHeardAt: later(120).now, coversUntil: new Date('2026-03-02T07:59:00Z') },
  ]);
  await heard(later(180), news('11:00:00'));
  expect(await feeds()).toMatchObject([{ coversUntil: later(180).now }]);
});

test('a gap belongs to the hour in which it began, and what is four weeks old is forgotten', async () => {
  await heard(ctx, news(null));
  await heard(later(5_400), news(null));
  expect((await hours()).map(({ hour, gaps, arrivals }) => [hour.getUTCHours(), gaps, arrivals])).toEqual([
    [8, { '5400': 1 }, 1],
    [9, {}, 1],
  ]);
  await heard(later(29 * 86_400), news(null));
  expect((await hours()).map(({ hour }) => hour.toISOString().slice(0, 10))).toEqual(['2026-03-31']);
});

test('several feeds of one file are told together; one that is unknown is added once', async () => {
  await Promise.all([
    heard(ctx, news('07:00:00'), { ...news('07:00:00'), source: 'WMS' }),
    heard(later(1), { ...news('07:30:00'), source: 'WMS' }, news('07:30:00')),
  ]);
  await gathers(later(20));
  const stored = await feeds();
  expect(stored.map(({ source }) => source).sort()).toEqual(['3PL', 'WMS']);
  expect(stored.map(({ coversUntil }) => coversUntil)).toEqual(
    Array(2).fill(new Date('2026-03-02T07:30:00Z')),
  );
  expect((await hours()).map(({ arrivals }) => arrivals)).toEqual([2, 2]);
});

const levels = (sku = 'MUG-01') => `sku,location,available,as_of\n${sku},ROT,4,2026-03-02 07:40\n`;

test('an import is a feed of its kind: levels by location, orders by channel, others by source; a dry run tells nothing', async () => {
  await importing(ctx, 'levels FILE --source 3PL --dry-run', levels());
  expect(await feeds()).toEqual([]);
  await importing(ctx, 'levels FILE --source 3PL', levels());
  const orders =
    'number,channel,placed_at,code,quantity\n1,Shopify,2026-03-02 07:00,MUG-01,1\n2,amazon,2026-03-01 07:00,MUG-01,1\n';
  await importing(ctx, 'orders FILE', orders);
  await importing(ctx, 'products FILE', 'code\nBOWL-01\n');
  await importing(ctx, 'locations FILE --source ERP', 'code\nHAM\n');
  const stored = await feeds();
  expect(stored.map(({ kind, source, location: about }) => [kind, source, about])).toEqual([
    ['levels', '3PL', location],
    ['orders', 'amazon', ''],
    ['orders', 'shopify', ''],
    ['products', 'file', ''],
    ['locations', 'ERP', ''],
  ]);
  expect(stored.slice(0, 3).map(({ coversUntil }) => coversUntil?.toISOString())).toEqual([
    '2026-03-02T06:40:00.000Z',
    '2026-03-01T06:00:00.000Z',
    '2026-03-02T06:00:00.000Z',
  ]);
  const [first] = await hours();
  expect(first).toMatchObject({ arrivals: 1 });
});

test('a file of several batches is one arrival, and is complete with its last row', async () => {
  const { prisma } = await testDatabase();
  const rows = Array.from({ length: 2_100 }, (_, n) => `P-${n}`).join('\n');
  await importing(ctx, 'products FILE', `code\n${rows}\n`);
  expect(await hours()).toMatchObject([{ arrivals: 1 }]);
  expect(await prisma.sku.count({ where: { workspaceId: ctx.workspace.id } })).toBe(2_101);
});

test('a refused file counts at the feeds of its source that were heard before, with its reason', async () => {
  await expect(importing(ctx, 'levels FILE --source 3PL', '')).rejects.toThrow('is empty');
  expect(await feeds()).toEqual([]);
  await importing(ctx, 'levels FILE --source 3PL', levels());
  const at = later(60);
  await expect(importing(at, 'levels FILE --source 3PL', '')).rejects.toThrow('is empty');
  await expect(importing(at, 'levels FILE --source 3PL', 'item,qty\nMUG-01,4\n')).rejects.toThrow('sku');
  await importing(at, 'levels FILE --source 3PL', levels('MUG-99'));
  await importing(at, 'levels FILE --source 3PL --all-or-nothing', `${levels()}MUG-99,ROT,4,\n`);
  await expect(importing(at, 'levels FILE --source 3PL --dry-run', '')).rejects.toThrow('is empty');
  await expect(importing(at, 'levels FILE', '')).rejects.toThrow('is empty');
  expect(await feeds()).toMatchObject([
    {
      lastHeardAt: start,
      lastFailedAt: at.now,
      lastFailure: 'nothing was loaded, 1 row refused: line 3, sku is not a known SKU: import products first',
    },
  ]);
  expect(await hours()).toMatchObject([{ arrivals: 1, failures: 4 }]);
});

test('a channel for every row, as of a wrong column, is no feed for every row', async () => {
  const rows = Array.from(
    { length: 120 },
    (_, n) => `${n},note ${n} ${'x'.repeat(150)},2026-03-02 07:00,MUG-01,1`,
  );
  await importing(ctx, 'orders FILE', `number,channel,placed_at,code,quantity\n${rows.join('\n')}\n`);
  expect((await feeds()).length).toBe(51);
});
