import { expect, test } from 'vitest';
import { chanceFrom, walkSeeds } from '../../../../test/harness/chance.ts';
import { newContext, testDatabase } from '../../../../test/harness/database.ts';
import { foldAll } from '../../../../test/harness/facts.ts';
import { givenOrders } from '../../../../test/harness/given-orders.ts';
import type { Context } from '../../../core/runtime/context.ts';
import { asSystem } from '../../../core/runtime/system.ts';
import { inUnit } from '../../../core/runtime/unit.ts';
import { foldFacts } from './fold.ts';
import { getFamilies } from './rebuild.ts';
import { factsKept } from './schedule.ts';

const { prisma } = await testDatabase();
const now = new Date('2026-03-05T08:00:00Z');

async function note(ctx: Context, ids: readonly string[]): Promise<void> {
  await inUnit(asSystem(ctx, 'test'), {}, async ({ pending }) => {
    pending.facts.push(...ids.map((subject) => ({ family: 'order', subject })));
  });
}

async function everything({ workspace }: Context, generation: number) {
  return await prisma.$queryRaw<object[]>`
    SELECT kpi, dimension, day::text AS day, value, currency, excluded, n::text AS n, d::text AS d FROM kpi_day
    WHERE workspace_id = ${workspace.id}::uuid AND generation = ${generation}::int ORDER BY 1, 2, 3, 4, 5, 6`;
}

const stateOf = async (ctx: Context) =>
  await prisma.factGeneration.findFirstOrThrow({ where: { workspaceId: ctx.workspace.id, family: 'order' } });

/** As a release with another definition finds it. */
async function outdate(ctx: Context, change: object = {}): Promise<void> {
  const where = { workspaceId: ctx.workspace.id, family: 'order' };
  const data = { version: 'of an older release', builtAt: new Date(0), ...change };
  await prisma.factGeneration.updateMany({ where, data });
}

async function begin(ctx: Context): Promise<void> {
  await inUnit(asSystem(ctx, 'schedules'), {}, async (unit) => void (await factsKept.run(unit, {} as never)));
}

test.each(walkSeeds)(
  'whatever changes while a generation is built, it holds what the one before holds (%i)',
  {
    timeout: 240_000,
  },
  async (seed) => {
    const ctx = await newContext({ at: now.toISOString() });
    const { below, pick } = chanceFrom(seed);
    const order = givenOrders(prisma, ctx.workspace, () => now);
    const someDay = () => new Date(Date.parse('2026-02-20T00:00:00Z') + below(14 * 1_440) * 60_000);
    const one = async (n: number) => {
      const lines = [{ code: pick(['MUG-01', 'MUG-02']), ordered: 1 + below(4), unitPriceMinor: 250n }];
      const promises =
        below(3) === 0
          ? []
          : [{ kind: 'instant', until: someDay(), at: someDay(), zone: 'UTC', toldAt: now }];
      const currency = pick(['EUR', 'EUR', 'JPY']);
      return await order(`${n}`, { placedAt: someDay(), shipBy: someDay(), currency, lines, promises });
    };
    const ids: string[] = [];
    for (let n = 0; n < 30; n += 1) ids.push(await one(n));
    await note(ctx, ids);
    await foldAll(ctx);
    // Both are made from here on: that which is read by changes alone, the next by its building.
    const { version } = await stateOf(ctx);
    await prisma.factGeneration.updateMany({
      where: { workspaceId: ctx.workspace.id, family: 'order' },
      data: { building: 2, buildingVersion: version, startedAt: now },
    });
    const own = asSystem(ctx, 'facts');
    const step = async () => await foldFacts.call(own, { family: 'order', most: 1 + below(2) });
    const seen = new Set<string | null>();
    while ((await stateOf(ctx)).generation === 1) {
      seen.add((await stateOf(ctx)).summing);
      if (below(3) > 0) {
        const id = ids[below(ids.length)] ?? '';
        const data = pick<object>([
          { deliveredAt: someDay(), handedOverAt: someDay() },
          { deliveredAt: null, handedOverAt: null },
          { cancelledAt: someDay() },
          { cancelledAt: null, test: below(4) === 0 },
          { placedAt: someDay(), channel: pick(['shopify', 'amazon']) },
        ]);
        await prisma.order.update({ where: { workspaceId_id: { workspaceId: ctx.workspace.id, id } }, data });
        await note(ctx, [id]);
      }
      if (below(5) === 0) {
        const id = await one(ids.length);
        ids.push(id);
        await note(ctx, [id]);
      }
      const kind = below(6);
      if (kind === 0)
        await inUnit(own, {}, async (unit) => {
          await foldFacts.call(unit, { family: 'order', most: 1 + below(2) });
          throw new Error('killed');
        }).catch(() => {});
      else if (kind === 1) await Promise.all([step(), step()]);
      else await step();
    }
    expect(seen.size).toBeGreaterThan(8);
    expect((await everything(ctx, 2)).length).toBeGreaterThan(100);
    expect(await everything(ctx, 2)).toEqual(await everything(ctx, 1));
    await foldAll(ctx);
    expect(await everything(ctx, 1)).toEqual([]);
  },
);

test('a subject that cannot be counted is named with its reason, the others are counted, and once it is whole it is too', async () => {
  const ctx = await newContext({ at: now.toISOString() });
  const order = givenOrders(prisma, ctx.workspace, () => now);
  // Their value is more than any money.
  const much = { code: 'MUG-01', ordered: 9, unitPriceMinor: 9_000_000_000_000_000_000n };
  const ids: string[] = [];
  for (let n = 0; n < 20; n += 1) ids.push(await order(`${n}`, n === 13 ? { lines: [much] } : {}));
  const bad = ids[13] ?? '';
  await note(ctx, ids.slice(0, 16));
  await foldAll(ctx, { failing: [bad] });
  const counted = async () =>
    Number(
      (
        await prisma.kpiDay.findFirst({
          where: { workspaceId: ctx.workspace.id, kpi: 'orders', dimension: '' },
        })
      )?.n,
    );
  expect(await counted()).toBe(19);
  const family = (await getFamilies.call(asSystem(ctx, 'facts'), {})).find((one) => one.family === 'order');
  expect(family).toMatchObject({
    isBehind: false,
    state: { generation: 1, building: null },
    faults: [
      { subject: bad, reason: 'bigint out of range', attempts: 1, retryAt: new Date('2026-03-05T08:01:00Z') },
    ],
  });
  const later = { ...ctx, now: new Date('2026-03-05T08:01:00Z') };
  await foldAll(later, { failing: [bad] });
  expect(await prisma.factFault.findMany({ where: { workspaceId: ctx.workspace.id } })).toMatchObject([
    { attempts: 2, retryAt: new Date('2026-03-05T08:03:00Z') },
  ]);
  await prisma.orderLine.updateMany({
    where: { workspaceId: ctx.workspace.id, orderId: bad },
    data: { ordered: 1 },
  });
  await note(ctx, [bad]);
  await foldAll({ ...ctx, now: new Date('2026-03-05T08:03:00Z') });
  expect(await counted()).toBe(20);
  expect(await prisma.factFault.count({ where: { workspaceId: ctx.workspace.id } })).toBe(0);
});

test('what a release began to build that is gone for an hour is built anew, and nothing of it is left', async () => {
  const ctx = await newContext({ at: now.toISOString() });
  const order = givenOrders(prisma, ctx.workspace, () => now);
  await note(ctx, [await order('1')]);
  await foldAll(ctx);
  const before = await everything(ctx, 1);
  const abandoned = { building: 2, buildingVersion: 'of a release that is gone', walkedTo: null };
  await outdate(ctx, { ...abandoned, startedAt: new Date(now.getTime() - 60_000) });
  await foldAll(ctx);
  expect(await stateOf(ctx)).toMatchObject({ generation: 1, building: 2 });
  await outdate(ctx, { ...abandoned, startedAt: new Date(now.getTime() - 3_600_001) });
  await begin(ctx);
  await foldAll(ctx);
  expect(await stateOf(ctx)).toMatchObject({ generation: 3, building: null, sweeping: false });
  expect(await everything(ctx, 3)).toEqual(before);
});

test('days of a KPI that nobody declares any more are swept, but not while another release builds', async () => {
  const ctx = await newContext({ at: now.toISOString() });
  const order = givenOrders(prisma, ctx.workspace, () => now);
  await note(ctx, [await order('1')]);
  await begin(ctx);
  await foldAll(ctx);
  const { id: workspaceId } = ctx.workspace;
  const row = {
    workspaceId,
    generation: 1,
    dimension: '',
    value: '',
    currency: '',
    excluded: '',
    day: now,
    n: 1,
    d: 1,
  };
  await prisma.kpiDay.create({ data: { ...row, kpi: 'of_old' } });
  const before = await prisma.kpiDay.count({ where: { workspaceId } });
  const { version } = await stateOf(ctx);
  await outdate(ctx, { builtAt: now });
  await begin(ctx);
  expect(await prisma.kpiDay.count({ where: { workspaceId } })).toBe(before);
  await outdate(ctx, { version });
  await begin(ctx);
  expect(await prisma.kpiDay.count({ where: { workspaceId } })).toBe(before - 1);
});

test('what was noted before anything is read is made once, by the walk; what is noted after it began is made anew', async () => {
  const ctx = await newContext({ at: now.toISOString() });
  const order = givenOrders(prisma, ctx.workspace, () => now);
  const ids: string[] = [];
  for (let n = 0; n < 6; n += 1) ids.push(await order(`${n}`, { placedAt: now }));
  await note(ctx, ids);
  const where = { workspaceId: ctx.workspace.id, family: 'order' };
  const own = asSystem(ctx, 'facts');
  await foldFacts.call(own, { family: 'order', most: 3 });
  expect(await prisma.factChange.count({ where })).toBe(0);
  expect(await stateOf(ctx)).toMatchObject({ generation: 0, building: 1, walked: 3 });
  const [first = ''] = ids;
  await prisma.order.updateMany({
    where: { workspaceId: ctx.workspace.id, id: first },
    data: { cancelledAt: now, stage: 'cancelled' },
  });
  await note(ctx, [first]);
  expect(await prisma.factChange.count({ where })).toBe(1);
  await foldAll(ctx);
  const kept = await everything(ctx, 1);
  await outdate(ctx);
  await foldAll(ctx);
  expect((await stateOf(ctx)).generation).toBeGreaterThan(1);
  expect(await everything(ctx, (await stateOf(ctx)).generation)).toEqual(kept);
});

test('while another release builds what it will read, what is noted is left to it', async () => {
  const ctx = await newContext({ at: now.toISOString() });
  const order = givenOrders(prisma, ctx.workspace, () => now);
  const id = await order('1', { placedAt: now });
  await note(ctx, [id]);
  await foldAll(ctx);
  const where = { workspaceId: ctx.workspace.id, family: 'order' };
  await prisma.factGeneration.updateMany({
    where,
    data: { building: 2, buildingVersion: 'of a newer release', walkedTo: id, startedAt: now },
  });
  await note(ctx, [id]);
  await foldFacts.call(asSystem(ctx, 'facts'), { family: 'order', most: 10 });
  expect(await prisma.factChange.count({ where })).toBe(1);
});
