import { expect, test } from 'vitest';
import { chanceFrom } from '../../../../test/harness/chance.ts';
import { newContext, testDatabase } from '../../../../test/harness/database.ts';
import { foldAll } from '../../../../test/harness/facts.ts';
import { givenOrders } from '../../../../test/harness/given-orders.ts';
import type { Context } from '../../../core/runtime/context.ts';
import { collect } from '../../../core/runtime/effects.ts';
import { asSystem } from '../../../core/runtime/system.ts';
import { inUnit } from '../../../core/runtime/unit.ts';
import { endOfDay } from '../../../core/time/wall-clock.ts';
import { defineFacts } from '../../../core/tokens/fact.ts';
import { allDays } from '../days/period.ts';
import { getFigure } from '../figure/read.ts';
import { beginMissing, foldFacts } from './fold.ts';

const { prisma } = await testDatabase();
const family = defineFacts({ id: 'order', tables: {} });
const now = new Date('2026-03-05T08:00:00Z');

const note = async (ctx: Context, ids: readonly string[]) =>
  await inUnit(asSystem(ctx, 'test'), {}, async (unit) =>
    collect(unit.pending, { changes: [], facts: family.changed(ids) }),
  );

const given = (ctx: Context) => givenOrders(prisma, ctx.workspace, () => now);

/** n of d, and what was left out. */
async function figure(ctx: Context, kpi: string) {
  const { from, to } = allDays;
  const { figure } = await getFigure.call(ctx, { kpi, from, to, by: null, versus: null });
  const [total] = figure.totals;
  const excluded = Object.fromEntries(figure.excluded.map(({ why, rows }) => [why, rows]));
  return { of: total ? [Number(total.n), Number(total.d)] : null, ...excluded };
}

test.each(['Europe/Berlin', 'Australia/Lord_Howe', 'America/St_Johns'])(
  'a promise of a day is kept until that day ends in %s, one of a moment until that moment',
  async (zone) => {
    const ctx = await newContext();
    const order = given(ctx);
    const until = endOfDay(zone, '2026-04-04');
    const just = new Date(until.getTime() - 1_000);
    const day = { kind: 'date', on: new Date('2026-04-04'), zone, until, toldAt: now };
    const moment = { kind: 'instant', at: just, zone, until: just, toldAt: now };
    const ids = [
      await order('kept', { shipZone: zone, deliveredAt: just, promises: [day] }),
      await order('late', { shipZone: zone, deliveredAt: until, promises: [day] }),
      await order('kept too', { shipZone: zone, deliveredAt: just, promises: [moment] }),
      await order('late too', { shipZone: zone, deliveredAt: until, promises: [moment] }),
      await order('open', { shipZone: zone, promises: [day] }),
      await order('gone before', { cancelledAt: now, promises: [day] }),
      await order('gone after', {
        handedOverAt: new Date(now.getTime() - 1),
        cancelledAt: now,
        promises: [day],
      }),
      await order('tried', { test: true, deliveredAt: just, promises: [day] }),
      await order('never promised', { deliveredAt: just }),
    ];
    await note(ctx, ids);
    await foldAll(ctx);
    expect(await figure(ctx, 'otd')).toEqual({
      of: [2, 4],
      'not delivered yet': 2,
      'cancelled before it left': 1,
      test: 1,
    });
    expect(await figure(ctx, 'otd_strict')).toMatchObject({ of: [2, 6] });
    const days = await prisma.orderFact.findMany({
      where: { workspaceId: ctx.workspace.id, subject: ids[1] ?? '' },
      select: { promiseDay: true, deliveredDay: true },
    });
    expect(days).toEqual([{ promiseDay: new Date('2026-04-04'), deliveredDay: new Date('2026-04-05') }]);
  },
);

test('money of two currencies is two rows, and never a sum', async () => {
  const ctx = await newContext();
  const order = given(ctx);
  await note(ctx, [
    await order('1', { currency: 'EUR', lines: [{ code: 'MUG-01', ordered: 1, unitPriceMinor: 1_250n }] }),
    await order('2', { currency: 'EUR', lines: [{ code: 'MUG-02', ordered: 3, unitPriceMinor: 250n }] }),
    await order('3', { currency: 'JPY', lines: [{ code: 'MUG-01', ordered: 1, unitPriceMinor: 300n }] }),
  ]);
  await foldAll(ctx);
  const { from, to } = allDays;
  const asked = { kpi: 'order_value', from, to, by: 'channel', versus: null };
  const { figure: all, parts } = await getFigure.call(ctx, asked);
  const totals = [
    { n: 2_000n, d: 0n, currency: 'EUR' },
    { n: 300n, d: 0n, currency: 'JPY' },
  ];
  expect(all.totals).toEqual(totals);
  expect(parts?.all).toEqual([{ value: 'shopify', totals, spread: null }]);
  const bySku = (await getFigure.call(ctx, { ...asked, by: 'sku' })).parts?.all;
  expect(bySku).toEqual([
    {
      value: 'MUG-01',
      totals: [
        { n: 1_250n, d: 0n, currency: 'EUR' },
        { n: 300n, d: 0n, currency: 'JPY' },
      ],
      spread: null,
    },
    { value: 'MUG-02', totals: [{ n: 750n, d: 0n, currency: 'EUR' }], spread: null },
  ]);
});

test('moments the wrong way round are counted as faults, and in no duration', async () => {
  const ctx = await newContext();
  const order = given(ctx);
  const placedAt = new Date('2026-03-01T08:00:00Z');
  const after = (hours: number) => new Date(placedAt.getTime() + hours * 3_600_000);
  await note(ctx, [
    await order('1', { placedAt, handedOverAt: after(10) }),
    await order('2', { placedAt, handedOverAt: after(30) }),
    await order('3', { placedAt, handedOverAt: after(-5) }),
  ]);
  await foldAll(ctx);
  expect(await figure(ctx, 'click_to_ship')).toEqual({
    of: [40 * 3_600_000, 2],
    'handed over before it was placed': 1,
  });
  const { figure: time } = await getFigure.call(ctx, {
    kpi: 'click_to_ship',
    from: '2026-03-01',
    to: '2026-03-04',
    by: null,
    versus: null,
  });
  expect(time.spread).toMatchObject({ mean: 20 * 3_600_000, p50: 20 * 3_600_000, p90: 28 * 3_600_000 });
});

/** What no fold has computed: days of some KPIs by statements of their own over the raw tables. */
async function counted(workspaceId: string) {
  return await prisma.$queryRaw<object[]>`
    SELECT 'orders' AS kpi, (o.placed_at AT TIME ZONE 'Europe/Berlin')::date::text AS day, o.channel AS value,
      count(*)::text AS n, '0' AS d
    FROM "order" o WHERE o.workspace_id = ${workspaceId}::uuid AND NOT o.test GROUP BY 2, 3
    UNION ALL
    SELECT 'otd', p."on"::text, o.channel, count(*) FILTER (WHERE o.delivered_at < p.until)::text, count(*)::text
    FROM "order" o JOIN order_promise p ON p.workspace_id = o.workspace_id AND p.order_id = o.id AND p.ordinal = 1
    WHERE o.workspace_id = ${workspaceId}::uuid AND NOT o.test AND o.delivered_at IS NOT NULL
      AND (o.cancelled_at IS NULL OR o.handed_over_at <= o.cancelled_at)
    GROUP BY 2, 3
    ORDER BY 1, 2, 3`;
}

async function kept(workspaceId: string, generation: number) {
  return await prisma.$queryRaw<object[]>`
    SELECT kpi, day::text AS day, value, n::text AS n, d::text AS d FROM kpi_day
    WHERE workspace_id = ${workspaceId}::uuid AND generation = ${generation}::int AND dimension = 'channel' AND excluded = ''
      AND kpi IN ('orders', 'otd') ORDER BY 1, 2, 3`;
}

async function everything(workspaceId: string, generation: number) {
  return await prisma.$queryRaw<object[]>`
    SELECT kpi, dimension, day, value, currency, excluded, n, d FROM kpi_day
    WHERE workspace_id = ${workspaceId}::uuid AND generation = ${generation}::int ORDER BY 1, 2, 3, 4, 5, 6`;
}

test('whatever changes, in whatever order and however often it is noted, days are what a statement of their own counts', {
  timeout: 120_000,
}, async () => {
  const ctx = await newContext();
  const workspaceId = ctx.workspace.id;
  const { below, pick } = chanceFrom(7);
  const order = given(ctx);
  const someDay = () => new Date(Date.parse('2026-02-20T00:00:00Z') + below(14 * 1_440) * 60_000);
  const ids: string[] = [];
  for (let n = 0; n < 60; n += 1) {
    const on = new Date(`2026-03-${String(1 + below(9)).padStart(2, '0')}`);
    const until = endOfDay('Europe/Berlin', on.toISOString().slice(0, 10));
    ids.push(
      await order(String(n), {
        placedAt: someDay(),
        channel: pick(['shopify', 'amazon']),
        promises: below(3) === 0 ? [] : [{ kind: 'date', on, until, zone: 'Europe/Berlin', toldAt: now }],
      }),
    );
  }
  await note(ctx, ids);
  const own = asSystem(ctx, 'facts');
  for (let round = 0; round < 60; round += 1) {
    const some = () => ids[below(ids.length)] ?? '';
    const id = some();
    const key = { workspaceId_id: { workspaceId, id } };
    const data = pick<object>([
      { deliveredAt: someDay(), handedOverAt: someDay() },
      { deliveredAt: null },
      { cancelledAt: someDay() },
      { cancelledAt: null, test: below(4) === 0 },
      { placedAt: someDay(), channel: pick(['shopify', 'amazon']) },
    ]);
    await prisma.order.update({ where: key, data });
    await note(ctx, [id, some()]);
    // Once in a while whoever makes the facts ends in the middle: its transaction has happened not at all.
    if (below(4) === 0)
      await inUnit(own, {}, async (unit) => {
        await foldFacts.call(unit, { family: 'order', most: 20 });
        throw new Error('killed');
      }).catch(() => {});
    else if (below(2) === 0) await foldFacts.call(own, { family: 'order', most: 20 });
  }
  await foldAll(ctx);
  expect(await kept(workspaceId, 1)).toEqual(await counted(workspaceId));

  // Made anew from nothing it is the same, to the last reason.
  await prisma.factGeneration.updateMany({
    where: { workspaceId, family: 'order' },
    data: { version: 'of an older release', builtAt: new Date(0) },
  });
  await note(ctx, ids.slice(0, 1));
  await foldFacts.call(own, { family: 'order', most: 20 });
  const before = await everything(workspaceId, 1);
  for (;;) {
    const at = await prisma.factGeneration.findFirst({ where: { workspaceId, family: 'order' } });
    if (at?.generation === 2) break;
    await foldFacts.call(own, { family: 'order', most: 20 });
  }
  expect(await everything(workspaceId, 2)).toEqual(before);
  await foldAll(ctx);
  expect(await everything(workspaceId, 1)).toEqual([]);
  expect(await prisma.orderFact.count({ where: { workspaceId, generation: 1 } })).toBe(0);
});

test('what was stored before anybody kept facts is counted once an hour has begun', async () => {
  const ctx = await newContext();
  await given(ctx)('1', {});
  expect(await figure(ctx, 'orders')).toEqual({ of: null });
  await inUnit(asSystem(ctx, 'schedules'), {}, async (unit) => void (await beginMissing(unit)));
  const where = { workspaceId: ctx.workspace.id, family: 'order' };
  expect(await prisma.factGeneration.findFirst({ where })).toMatchObject({ generation: 0, building: 1 });
  await foldAll(ctx);
  expect(await figure(ctx, 'orders')).toEqual({ of: [1, 0] });
});

test('all days are held against nothing, also where there are none yet', async () => {
  const ctx = await newContext();
  const { from, to } = allDays;
  const asked = { kpi: 'orders', from, to, by: null, versus: 'last year' as const };
  expect(await getFigure.call(ctx, asked)).toMatchObject({ before: null });
  await note(ctx, [await given(ctx)('1', { placedAt: new Date('2026-03-01T08:00:00Z') })]);
  await foldAll(ctx);
  expect(await getFigure.call(ctx, asked)).toMatchObject({
    before: { days: { from: '2025-03-01', to: '2025-03-02' } },
  });
});
