import { expect, test } from 'vitest';
import { z } from 'zod';
import { mutation } from '../../src/core/runtime/operation.ts';
import type { FactChange } from '../../src/core/tokens/fact.ts';
import { definePermission } from '../../src/core/tokens/permission.ts';
import { writes } from '../../src/db/scope.ts';
import { builders } from './builders.ts';
import { newContext, testDatabase } from './database.ts';
import { unnotedFacts } from './fact-watch.ts';

/** Closes a SKU's listing, and notes what it is told to. */
const unlist = mutation({
  name: 'test.unlist',
  permission: definePermission({ key: 'test.unlist', to: 'unlist', atLeast: 'viewer' }),
  input: z.object({ id: z.uuid(), noted: z.array(z.string()) }),
  async run({ tx }, { id, noted }) {
    await writes(tx).sku.update({
      where: { workspaceId_id: { workspaceId: tx.workspaceId, id } },
      data: { listed: false },
    });
    const facts: readonly FactChange[] = noted.map((subject) => ({ family: 'sku', subject }));
    return { result: null, changes: [{ subject: { kind: 'sku', id }, before: null, after: null }], facts };
  },
});

const unnoted = 'test.unlist changed sku and noted nothing: return `facts: skuFacts.changed([…])`';

test('an operation that changes rows and notes nothing is named; fixtures are not', async () => {
  const ctx = await newContext();
  const { prisma, pool } = await testDatabase();
  const id = await builders(prisma, ctx.workspace, ctx.now).sku('MUG-01');
  expect(await unnotedFacts(pool)).toEqual([]);

  await unlist.call(ctx, { id, noted: [] });
  expect(await unnotedFacts(pool)).toEqual([unnoted]);
  await unlist.call(ctx, { id, noted: ['another SKU'] });
  expect(await unnotedFacts(pool)).toEqual([unnoted]);

  await unlist.call(ctx, { id, noted: [id] });
  expect(await unnotedFacts(pool)).toEqual([]);
});

test('a note of an earlier transaction does not count for a later one', async () => {
  const ctx = await newContext();
  const { prisma, pool } = await testDatabase();
  const id = await builders(prisma, ctx.workspace, ctx.now).sku('MUG-01');
  await unlist.call(ctx, { id, noted: [id] });
  await unlist.call(ctx, { id, noted: [] });
  expect(await unnotedFacts(pool)).toEqual([unnoted]);
});
