import { expect, test } from 'vitest';
import { z } from 'zod';
import { newContext, testDatabase } from '../../../test/harness/database.ts';
import { writes } from '../../db/scope.ts';
import { definePermission } from '../tokens/permission.ts';
import type { Context } from './context.ts';
import type { Database } from './database.ts';
import { deliveryOf } from './delivery.ts';
import { mutation } from './operation.ts';
import { Refusal } from './refusal.ts';
import { inUnit } from './unit.ts';

const { prisma } = await testDatabase();
const count = mutation({
  name: 'test.count',
  permission: definePermission({ key: 'test.count', to: 'count', atLeast: 'viewer' }),
  input: z.object({}),
  async run({ tx }) {
    const { value } = await writes(tx).counter.upsert({
      where: { workspaceId_series: { workspaceId: tx.workspaceId, series: 'test' } },
      create: { workspaceId: tx.workspaceId, series: 'test', value: 1 },
      update: { value: { increment: 1 } },
    });
    return { result: { value, at: new Date(0) }, changes: [] };
  },
});

async function counted(ctx: Context): Promise<number> {
  const series = { workspaceId: ctx.workspace.id, series: 'test' };
  return (await prisma.counter.findUnique({ where: { workspaceId_series: series } }))?.value ?? 0;
}

const cut = () => new Error('Connection terminated unexpectedly');

/** A database whose line breaks at COMMIT: the first `times` tries are committed, or rolled back, and nobody hears. */
function breaking(database: Database, committed: boolean, times = 1): Database {
  let left = times;
  return {
    ...database,
    async transaction(workspaceId, work, options) {
      if (left === 0) return await database.transaction(workspaceId, work, options);
      left -= 1;
      await database
        .transaction(
          workspaceId,
          async (tx) => {
            const result = await work(tx);
            if (!committed) throw cut();
            return result;
          },
          options,
        )
        .catch(() => {});
      throw cut();
    },
  };
}

function over(ctx: Context, database: Database, key: string | null = 'trigger-1'): Context {
  const delivery = key === null ? null : deliveryOf('slack-command', key);
  return { ...ctx, delivery, engine: { ...ctx.engine, database } };
}

test.each([
  ['was done', true],
  ['was rolled back', false],
])(
  'a COMMIT whose answer is lost and that %s is done once, and the person has its result',
  async (_, kept) => {
    const ctx = await newContext();
    const asked = over(ctx, breaking(ctx.engine.database, kept));
    expect(await count.call(asked, {})).toEqual({ value: 1, at: new Date(0) });
    expect(await counted(ctx)).toBe(1);
    expect(asked.delivery?.progress).toMatchObject({ done: true, repeated: false });
  },
);

test('while nothing can be found out it is tried again, and done once all the same', async () => {
  const ctx = await newContext();
  const asked = over(ctx, breaking(ctx.engine.database, true, 3));
  expect(await count.call(asked, {})).toMatchObject({ value: 1 });
  expect(await counted(ctx)).toBe(1);
});

test('a line that breaks before COMMIT was sent leaves no doubt: nothing was done', async () => {
  const ctx = await newContext();
  const failing = inUnit(over(ctx, ctx.engine.database), {}, async () => {
    throw cut();
  });
  await expect(failing).rejects.toThrow('Connection terminated');
});

test('what nobody can be told of is not tried again: its own loop does that', async () => {
  const ctx = await newContext();
  const job = over(ctx, breaking(ctx.engine.database, true), null);
  await expect(count.call(job, {})).rejects.toThrow('Connection terminated');
});

test('a second delivery changes nothing and has the result of the first', async () => {
  const ctx = await newContext();
  const { database } = ctx.engine;
  expect(await count.call(over(ctx, database), {})).toMatchObject({ value: 1 });
  const second = over(ctx, database);
  expect(await count.call(second, {})).toMatchObject({ value: 1 });
  expect(second.delivery?.progress.repeated).toBe(true);
  expect(await count.call(over(ctx, database, 'trigger-2'), {})).toMatchObject({ value: 2 });
});

test('a result too large to be kept is not: the second delivery learns that it was done', async () => {
  const ctx = await newContext();
  const { database } = ctx.engine;
  const large = async () => 'x'.repeat(100_000);
  expect(await inUnit(over(ctx, database), {}, large)).toHaveLength(100_000);
  await expect(inUnit(over(ctx, database), {}, large)).rejects.toThrow(
    new Refusal('conflict', 'That was already done.'),
  );
});

test('an answer that is taken up by another process asks for no right again', async () => {
  const ctx = await newContext();
  const { database } = ctx.engine;
  await count.call(over(ctx, database), {});
  const actor = { ...ctx.actor, kind: 'console' as const, id: 'console', roles: [] };
  const asked = over({ ...ctx, actor }, database);
  await expect(count.call(asked, {})).rejects.toThrow('You may not count');
  const delivery = deliveryOf('slack-command', 'trigger-1');
  const resumed = { ...asked, delivery: { ...delivery, progress: { ...delivery.progress, resumed: true } } };
  expect(await count.call(resumed, {})).toMatchObject({ value: 1 });
});

test('a request makes one change: two operations side by side are a fault of ours', async () => {
  const ctx = await newContext();
  const asked = over(ctx, ctx.engine.database);
  await count.call(asked, {});
  await expect(count.call(asked, {})).rejects.toThrow('one operation');
});
