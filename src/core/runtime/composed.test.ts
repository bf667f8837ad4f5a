import { expect, test } from 'vitest';
import { builders } from '../../../test/harness/builders.ts';
import { newContext, testDatabase } from '../../../test/harness/database.ts';
import { loggedErrors } from '../../../test/harness/log.ts';
import { reads } from '../../db/scope.ts';
import { failureNotes, features } from '../../features/index.ts';
import { composed, failedOf, readOf } from './composed.ts';
import type { Context } from './context.ts';
import { contribution, contributionsOf } from './contributions.ts';
import { keepFailures } from './failures.ts';
import { Refusal } from './refusal.ts';
import { inUnit } from './unit.ts';

type Part = () => Promise<string>;
const lines = contribution<Part>('lines');

/** Adds parts to the real features, each as a feature of its own. */
async function shopWith(parts: Readonly<Record<string, Part>>): Promise<Context> {
  const ctx = await newContext({ at: '2026-03-02T08:00:00Z' });
  const { prisma } = await testDatabase();
  await builders(prisma, ctx.workspace, ctx.now).person('Ada', 'U0ADA00001', ['admin']);
  const beside = Object.entries(parts).map(([title, part]) => ({
    name: title.toLowerCase(),
    title,
    lines: [part],
  }));
  return { ...ctx, engine: { ...ctx.engine, contributions: contributionsOf([...features, ...beside]) } };
}

const read = async (ctx: Context) =>
  await composed(ctx, lines, async (line) => await line(), { withinMs: 200 });
const later = (ctx: Context, minutes: number) => ({
  ...ctx,
  now: new Date(ctx.now.getTime() + minutes * 60_000),
});
const well = async () => 'all is well';

async function told(ctx: Context): Promise<number> {
  const { prisma } = await testDatabase();
  return await prisma.message.count({ where: { workspaceId: ctx.workspace.id, kind: 'jobs.trouble' } });
}

test('parts that throw or hang are named in their places, and the others are shown', async () => {
  const errors = loggedErrors();
  const ctx = await shopWith({
    Issues: async () => {
      throw new Error('no such column');
    },
    Stock: well,
    Orders: () => new Promise(() => {}),
    Plans: () => {
      throw new TypeError('at once');
    },
  });
  const outcomes = await read(ctx);
  expect(outcomes.map((one) => ('read' in one ? one.read : one.failed))).toEqual([
    expect.stringMatching(/^Issues could not be read \(ref QM-[A-Z0-9]{6}\)$/),
    'all is well',
    expect.stringMatching(/^Orders could not be read \(ref QM-/),
    expect.stringMatching(/^Plans could not be read \(ref QM-/),
  ]);
  expect(readOf(outcomes)).toEqual(['all is well']);
  expect(errors).toHaveLength(3);
  await expect.poll(() => told(ctx)).toBe(3);
});

test('a failure is logged and reported once across all processes, until the part works again', async () => {
  const errors = loggedErrors();
  let broken = true;
  const ctx = await shopWith({
    Issues: async () => {
      if (broken) throw new Error('no such column');
      return 'back';
    },
  });
  const [first] = failedOf(await read(ctx));
  expect(failedOf(await read(later(ctx, 1)))).toEqual([first]);
  const another = { ...later(ctx, 2), engine: { ...ctx.engine, failures: keepFailures(failureNotes) } };
  expect(failedOf(await read(another))).toEqual([first]);
  expect([errors.length, await told(ctx)]).toEqual([1, 1]);
  expect(JSON.stringify(errors)).toContain(/QM-\w+/.exec(first ?? '')?.[0]);

  broken = false;
  expect(readOf(await read(later(ctx, 3)))).toEqual(['back']);
  broken = true;
  expect(failedOf(await read(later(ctx, 4))), 'it comes and goes').toEqual([first]);
  expect([errors.length, await told(ctx)]).toEqual([1, 1]);

  broken = false;
  await read(later(ctx, 5));
  broken = true;
  expect(failedOf(await read(later(ctx, 90)))).not.toEqual([first]);
  expect([errors.length, await told(ctx)]).toEqual([2, 2]);
});

test('a process that saw a part work reports its next failure as new, even if another recorded the old one', async () => {
  loggedErrors();
  const ctx = await newContext({ at: '2026-03-02T08:00:00Z' });
  const { prisma } = await testDatabase();
  await builders(prisma, ctx.workspace, ctx.now).person('Ada', 'U0ADA00001', ['admin']);
  const [one, other] = [keepFailures(failureNotes), keepFailures(failureNotes)];
  await other.worked(ctx, 'stock.home.1');
  const first = await one.failed(ctx, 'stock.home.1', new Error('no such column'));
  await other.worked(later(ctx, 10), 'stock.home.1');
  const second = await other.failed(later(ctx, 600), 'stock.home.1', new Error('another one'));
  expect(second).not.toBe(first);
  const row = await prisma.brokenPart.findFirstOrThrow({ where: { workspaceId: ctx.workspace.id } });
  expect([row.reference, row.error, await told(ctx)]).toEqual([second, 'another one', 2]);
});

test('a process that recorded a failure learns that another has seen the part work since', async () => {
  loggedErrors();
  const ctx = await newContext({ at: '2026-03-02T08:00:00Z' });
  const { prisma } = await testDatabase();
  await builders(prisma, ctx.workspace, ctx.now).person('Ada', 'U0ADA00001', ['admin']);
  const one = keepFailures(failureNotes);
  const first = await one.failed(ctx, 'stock.home.1', new Error('no such column'));
  await keepFailures(failureNotes).worked(later(ctx, 10), 'stock.home.1');
  expect(await one.failed(later(ctx, 600), 'stock.home.1', new Error('another one'))).not.toBe(first);
  expect(await told(ctx)).toBe(2);
});

test('when the recorded failures cannot be read, the next question reads them', async () => {
  const ctx = await newContext({ at: '2026-03-02T08:00:00Z' });
  loggedErrors();
  await keepFailures(failureNotes).failed(ctx, 'stock.home.1', new Error('no such column'));
  let away = true;
  const back = keepFailures({
    ...failureNotes,
    broken: async (asked) => {
      if (away) throw new Error('the database starts');
      return await failureNotes.broken(asked);
    },
  });
  await back.worked(later(ctx, 1), 'stock.home.1');
  away = false;
  await back.worked(later(ctx, 2), 'stock.home.1');
  const { prisma } = await testDatabase();
  const row = await prisma.brokenPart.findFirstOrThrow({ where: { workspaceId: ctx.workspace.id } });
  expect(row.workedAt).not.toBeNull();
});

test('a part that the reader may not see is left out, without a failure; another refusal is shown in its own words', async () => {
  const ctx = await shopWith({
    Issues: async () => {
      throw new Refusal('not-allowed', 'You may not see issues.');
    },
    Orders: async () => {
      throw new Refusal('unavailable', 'The shop does not answer.');
    },
    Stock: well,
  });
  const outcomes = await read(ctx);
  expect(outcomes.map(({ title }) => title)).toEqual(['Orders', 'Stock']);
  expect(failedOf(outcomes)).toEqual(['Orders: The shop does not answer']);
  expect(await told(ctx)).toBe(0);
});

test('a failed statement ends its transaction, so the failure goes through; outside a transaction the other parts go on', async () => {
  loggedErrors();
  const part = (ctx: Context, sql: () => Promise<unknown>): Context => {
    const beside = [
      { name: 'issues', title: 'Issues', lines: [async () => String(await sql())] },
      { name: 'stock', title: 'Stock', lines: [well] },
    ];
    return { ...ctx, engine: { ...ctx.engine, contributions: contributionsOf([...features, ...beside]) } };
  };
  const ctx = await newContext();
  const divided = (scope: Parameters<typeof reads>[0]) => async () =>
    await reads(scope).$queryRaw`SELECT 1 / (SELECT count(*) FROM workspace WHERE id <> id)`;
  const outside = await read(part(ctx, divided(ctx.engine.database.scope(ctx.workspace.id))));
  expect(readOf(outside)).toEqual(['all is well']);
  const inside = inUnit(ctx, {}, async (unit) => await read(part(unit, divided(unit.tx))));
  await expect(inside).rejects.toThrow(/division by zero/);
});

test('within a transaction, too, a part that the reader may not see is left out', async () => {
  const ctx = await shopWith({
    Issues: async () => {
      throw new Refusal('not-allowed', 'You may not see issues.');
    },
    Stock: well,
  });
  expect(readOf(await inUnit(ctx, {}, read))).toEqual(['all is well']);
});

test('a database that cannot record the failure delays nobody, and nothing is thrown', async () => {
  const errors = loggedErrors();
  const ctx = await shopWith({
    Issues: async () => {
      throw new Error('no such column');
    },
    Stock: well,
  });
  const failures = keepFailures({
    broken: async () => {
      throw new Error('away');
    },
    note: () => new Promise(() => {}),
    over: async () => {},
  });
  const outcomes = await read({ ...ctx, engine: { ...ctx.engine, failures } });
  expect(readOf(outcomes)).toEqual(['all is well']);
  expect(failedOf(outcomes)).toHaveLength(1);
  expect(errors).toHaveLength(1);
});
