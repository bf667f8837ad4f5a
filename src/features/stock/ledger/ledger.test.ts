import { beforeEach, expect, test } from 'vitest';
import { builders } from '../../../../test/harness/builders.ts';
import { newContext, testDatabase } from '../../../../test/harness/database.ts';
import type { Context } from '../../../core/runtime/context.ts';
import { nothingPending } from '../../../core/runtime/effects.ts';
import { businessDay } from '../card/demand-rules.ts';
import { findCard } from '../card/store.ts';
import type { Bucket, Leg } from './model.ts';
import { type Posting, post, state } from './post.ts';
import { levelsAt } from './store.ts';

let ctx: Context;
let sku: string;
let ham: string;
let nyc: string;

const day = (time: string) => new Date(`2026-03-02T${time}:00Z`);

beforeEach(async () => {
  ctx = await newContext({ at: '2026-03-02T12:00:00Z' });
  const { prisma } = await testDatabase();
  const given = builders(prisma, ctx.workspace, ctx.now);
  sku = await given.sku('MUG-01');
  ham = await given.location({ code: 'HAM', name: 'Hamburg', asOf: null });
  nyc = await given.location({ code: 'NYC', name: 'New York', asOf: null });
});

let together: Posting | null = null;
/** One transaction each, or the one of `together`. */
const posting = async <T>(work: (ctx: Posting) => Promise<T>): Promise<T> =>
  together
    ? await work(together)
    : await ctx.engine.database.transaction(
        ctx.workspace.id,
        async (tx) => await work({ ...ctx, tx, pending: nothingPending() }),
      );

const leg = (quantity: number, bucket: Bucket = 'available', locationId = ham): Leg => ({
  skuId: sku,
  locationId,
  bucket,
  quantity,
});
const happens = async (time: string, ...legs: readonly Leg[]) =>
  await posting(async (p) => {
    const by = { kind: 'system', id: 'test' };
    const entry = { cause: 'adjustment', reference: null, note: null, by, occurredAt: day(time), legs };
    await post(p, [entry]);
  });
const says = async (time: string, quantity: number, bucket: Bucket = 'available') =>
  await posting(async (p) => {
    const statement = { skuId: sku, locationId: ham, bucket, quantity, asOf: day(time) };
    const [told] = await state(p, [statement], { cause: 'import', reference: null, source: 'test' });
    return told;
  });
const now = async (locationId = ham) => {
  const { prisma } = await testDatabase();
  const rows = await prisma.level.findMany({ where: { workspaceId: ctx.workspace.id, locationId } });
  return Object.fromEntries(rows.map(({ bucket, quantity }) => [bucket, quantity]));
};
const at = async (time: string, bucket: Bucket = 'available') => {
  const scope = together?.tx ?? ctx.engine.database.scope(ctx.workspace.id);
  return (await levelsAt(scope, sku, ham, day(time))).get(bucket) ?? 0;
};

test('statements anchor, entries count from then on, and what comes late moves the past alone', async () => {
  await says('08:00', 50);
  await says('10:00', 40);
  await happens('10:20', leg(-3));
  expect(await now()).toEqual({ available: 37 });

  // An order of 09:50 arrives at 11:00.
  await happens('09:50', leg(-2));
  expect([await now(), await at('09:55'), await at('10:00')]).toEqual([{ available: 37 }, 48, 40]);

  await says('09:00', 44);
  expect([await at('08:59'), await at('09:30'), await at('09:55'), await at('10:00')]).toEqual([
    50, 44, 42, 40,
  ]);
  expect([await at('10:20'), await now()]).toEqual([37, { available: 37 }]);
});

/** Levels that are not the sum of their legs. */
const unbalanced = async () => {
  const { prisma } = await testDatabase();
  return await prisma.$queryRaw<object[]>`
    SELECT l.sku_id, l.quantity, sum(g.quantity)::int AS legs FROM level l
    LEFT JOIN ledger_leg g USING (workspace_id, sku_id, location_id, bucket)
    WHERE l.workspace_id = ${ctx.workspace.id}::uuid
    GROUP BY l.sku_id, l.location_id, l.bucket, l.quantity HAVING l.quantity <> coalesce(sum(g.quantity), 0)`;
};

const steps = {
  's 08:00': () => says('08:00', 50),
  's 09:00': () => says('09:00', 44),
  'e 09:50': () => happens('09:50', leg(-2)),
  's 10:00': () => says('10:00', 40),
} as const;
type Step = keyof typeof steps;

function orders(rest: readonly Step[]): readonly (readonly Step[])[] {
  if (rest.length === 0) return [[]];
  return rest.flatMap((one) => orders(rest.filter((other) => other !== one)).map((more) => [one, ...more]));
}

test('any order of arrival ends in the same level and the same past', { timeout: 60_000 }, async () => {
  const { prisma } = await testDatabase();
  const given = builders(prisma, ctx.workspace, ctx.now);
  const ends = new Map<string, string>();
  const { database } = ctx.engine;
  for (const [index, order] of orders(Object.keys(steps) as Step[]).entries()) {
    sku = await given.sku(`MUG-${index}`);
    await database.transaction(ctx.workspace.id, async (tx) => {
      together = { ...ctx, tx, pending: nothingPending() };
      for (const step of order) await steps[step]();
      const past = [];
      for (const time of ['07:00', '08:30', '09:30', '09:55', '10:10', '12:00']) past.push(await at(time));
      ends.set(past.join(' '), order.join(', '));
    });
    together = null;
  }
  expect([...ends.keys()]).toEqual(['0 50 44 42 40 40']);
  expect(await unbalanced()).toEqual([]);
});

test('what happened in the very moment of a statement is counted in it', async () => {
  await says('10:00', 40);
  await happens('10:00', leg(-2));
  expect([await now(), await at('10:00')]).toEqual([{ available: 40 }, 40]);
});

test('a statement about one bucket absorbs nothing of another', async () => {
  await says('10:00', 40);
  await happens('09:50', leg(-2), leg(2, 'damaged'));
  expect(await now()).toEqual({ available: 40, damaged: 2 });
});

test('of a late transfer only the side that a statement has counted is absorbed', async () => {
  await says('10:00', 40);
  await happens('09:00', leg(-6), leg(6, 'available', nyc));
  expect([await now(), await now(nyc), await at('09:30')]).toEqual([{ available: 40 }, { available: 6 }, -6]);
});

test('a correction of the moment of a statement replaces it; later ones stay', async () => {
  await says('08:00', 50);
  await says('10:00', 40);
  expect(await says('08:00', 52)).toMatchObject({ difference: 2, next: day('10:00'), now: 40 });
  expect([await at('09:00'), await now()]).toEqual([52, { available: 40 }]);
});

test('a statement of what the ledger knows writes nothing, and absorbs all the same', async () => {
  await happens('08:00', leg(40));
  expect(await says('10:00', 40)).toMatchObject({ difference: 0 });
  const { prisma } = await testDatabase();
  expect(await prisma.ledgerEntry.count({ where: { workspaceId: ctx.workspace.id } })).toBe(1);
  await happens('09:50', leg(-2));
  expect([await now(), await at('09:55'), await at('10:00')]).toEqual([{ available: 40 }, 38, 40]);
});

test('what is decided on the present comes after a statement that was told meanwhile', async () => {
  await says('10:00', 40);
  const by = { kind: 'person', id: 'maya' };
  const entry = { cause: 'adjustment', reference: null, note: null, by, occurredAt: day('10:00') };
  await posting(async (p) => await post(p, [{ ...entry, legs: [leg(-3)], onPresent: true }]));
  expect([await now(), await at('10:00'), await at('10:01')]).toEqual([{ available: 37 }, 40, 37]);
});

test('what was absorbed is no movement that a card shows', async () => {
  await says('10:00', 40);
  await happens('09:50', leg(-2));
  const card = await findCard(ctx.engine.database.scope(ctx.workspace.id), sku, businessDay(ctx));
  expect(card?.lastMovement).toMatchObject({ cause: 'import', at: day('10:00'), quantity: 40 });
});

test('of one moment a card shows what became of the available units, whichever leg was written first', async () => {
  const movement = async () =>
    (await findCard(ctx.engine.database.scope(ctx.workspace.id), sku, businessDay(ctx)))?.lastMovement;
  await says('08:00', 40);
  await happens('10:00', leg(5, 'damaged'), leg(-5));
  expect(await movement()).toMatchObject({ bucket: 'available', quantity: -5, at: day('10:00') });
  await happens('11:00', leg(2, 'committed'));
  expect(await movement()).toMatchObject({ bucket: 'committed', quantity: 2, at: day('11:00') });
});

test('a level below zero is marked as a data fault, until it is not', async () => {
  const { prisma } = await testDatabase();
  const fault = async () =>
    (await prisma.level.findFirst({ where: { workspaceId: ctx.workspace.id } }))?.dataFault;
  await happens('10:00', leg(-2));
  expect([await now(), await fault()]).toEqual([{ available: -2 }, true]);
  await happens('10:05', leg(5));
  expect([await now(), await fault()]).toEqual([{ available: 3 }, false]);
});

test('many SKUs of one file are remembered in one row, once, and absorb like single statements', async () => {
  const { prisma } = await testDatabase();
  const given = builders(prisma, ctx.workspace, ctx.now);
  const skus = [sku];
  for (let i = 1; i < 30; i += 1) skus.push(await given.sku(`CUP-${i}`));
  const file = skus.map((skuId, i) => ({
    skuId,
    locationId: ham,
    bucket: 'available' as const,
    quantity: 40 + i,
    asOf: day('10:00'),
  }));
  for (let times = 0; times < 2; times += 1)
    await posting(async (p) => await state(p, file, { cause: 'import', reference: null, source: 'file' }));
  const where = { workspaceId: ctx.workspace.id };
  expect([await prisma.levelRun.count({ where }), await prisma.levelStatement.count({ where })]).toEqual([
    1, 0,
  ]);
  await happens('09:50', leg(-2));
  await says('09:00', 44);
  expect([await at('09:30'), await at('09:55'), await at('10:00')]).toEqual([44, 42, 40]);
  expect(await unbalanced()).toEqual([]);
  const level = await prisma.level.findFirst({ where: { ...where, skuId: sku } });
  expect(level?.quantity).toBe(40);
});

test('statements are kept for 60 days, and the last one about a shelf until the next', async () => {
  const { prisma } = await testDatabase();
  const given = builders(prisma, ctx.workspace, ctx.now);
  const skus = [sku];
  for (let i = 1; i < 20; i += 1) skus.push(await given.sku(`CUP-${i}`));
  const tell = async (on: string, some: readonly string[]) =>
    await posting(async (p) => {
      const asOf = new Date(`${on}T10:00:00Z`);
      const shelf = { locationId: ham, bucket: 'available' as const, quantity: 40, asOf };
      const statements = some.map((skuId) => ({ ...shelf, skuId }));
      await state(p, statements, { cause: 'import', reference: null, source: 'test' });
    });
  const where = { workspaceId: ctx.workspace.id };
  const kept = async () => {
    const [runs, single] = [
      await prisma.levelRun.findMany({ where, orderBy: { asOf: 'asc' } }),
      await prisma.levelStatement.findMany({ where, orderBy: { asOf: 'asc' } }),
    ];
    return [runs, single].map((rows) => rows.map(({ asOf }) => asOf.toISOString().slice(0, 10)));
  };
  for (const some of [skus, [sku]]) {
    await tell('2025-12-30', some);
    await tell('2025-12-31', some);
  }
  expect(await kept()).toEqual([['2025-12-30', '2025-12-31'], ['2025-12-31']]);
  for (const some of [skus, [sku]]) {
    await tell('2026-01-02', some);
    await tell('2026-03-02', some);
  }
  expect(await kept()).toEqual([
    ['2026-01-02', '2026-03-02'],
    ['2026-01-02', '2026-03-02'],
  ]);
});
