import { expect, inject, test } from 'vitest';
import { newContext, newWorkspace, testDatabase } from '../../test/harness/database.ts';
import type { Tx } from '../core/runtime/database.ts';
import { deliveryOf } from '../core/runtime/delivery.ts';
import { reads, writes } from './scope.ts';

test('the session speaks UTC, whatever the machine', async () => {
  const { prisma } = await testDatabase();
  const [row] = await prisma.$queryRaw<{ zone: string }[]>`SELECT current_setting('TimeZone') AS zone`;
  expect(row?.zone).toMatch(/^(UTC|GMT|Etc\/UTC)$/);
});

test('the server keeps plans of marked statements only, the embedded database keeps none', async () => {
  const { prisma } = await testDatabase();
  const kept = await prisma.$transaction(async (tx) => {
    await tx.$queryRaw`/* prepared: test.marked */ SELECT ${1}::int`;
    await tx.$queryRaw`SELECT ${2}::int /* prepared: test.elsewhere */`;
    return await tx.$queryRaw<{ name: string }[]>`
      SELECT name FROM pg_prepared_statements WHERE name LIKE 'test.%'`;
  });
  expect(kept).toEqual(
    'url' in inject('database') ? [{ name: expect.stringMatching(/^test\.marked\.[0-9a-f]{12}$/) }] : [],
  );
});

test('a throw rolls back the whole transaction', async () => {
  const { database, prisma } = await testDatabase();
  const workspace = await newWorkspace();
  const failing = database.transaction(workspace.id, async (tx) => {
    await writes(tx).counter.create({ data: { workspaceId: tx.workspaceId, series: 'issue', value: 1 } });
    throw new Error('second thoughts');
  });
  await expect(failing).rejects.toThrow('second thoughts');
  expect(await prisma.counter.count({ where: { workspaceId: workspace.id } })).toBe(0);
});

test('one statement is a transaction of its own; a second is refused', async () => {
  const { database, prisma } = await testDatabase();
  const workspace = await newWorkspace();
  const count = async (tx: Tx, series: string) =>
    await writes(tx).$executeRaw`
      INSERT INTO counter (workspace_id, series, value) VALUES (${tx.workspaceId}::uuid, ${series}, 1)`;
  expect(await database.single(workspace.id, async (tx) => await count(tx, 'issue'))).toBe(1);
  const twice = database.single(workspace.id, async (tx) => {
    await count(tx, 'order');
    await count(tx, 'approval');
  });
  await expect(twice).rejects.toThrow('several need a transaction');
  const model = database.single(workspace.id, async (tx) => await writes(tx).counter.deleteMany());
  await expect(model).rejects.toThrow();
  const rows = await prisma.counter.findMany({
    where: { workspaceId: workspace.id },
    orderBy: { series: 'asc' },
  });
  expect(rows.map(({ series }) => series)).toEqual(['issue', 'order']);
});

test('an arrival can be claimed once; afterwards it gives back what was kept of it', async () => {
  const ctx = await newContext();
  const { database } = ctx.engine;
  const delivery = deliveryOf('slack', 'trigger-1');
  const due = new Date('2026-03-02T09:00:00Z');
  const claim = (kept: unknown) =>
    database.transaction(ctx.workspace.id, async (tx) => {
      const claim = await database.claim(tx, delivery, ctx.now);
      if (claim.first) await database.keepResult(tx, delivery, kept);
      return claim;
    });
  expect(await claim({ number: 12, due, cost: 5n })).toEqual({ first: true });
  expect(await claim({ number: 13 })).toEqual({
    first: false,
    kept: { result: { number: 12, due, cost: 5n } },
    closed: false,
  });
});

test.each(['ledger_entry', 'ledger_leg', 'audit_entry'])('%s cannot be updated or deleted', async (table) => {
  const { pool } = await testDatabase();
  await expect(pool.query(`DELETE FROM ${table}`)).rejects.toThrow('append-only');
  await expect(pool.query(`UPDATE ${table} SET workspace_id = workspace_id`)).rejects.toThrow('append-only');
});

test('a write outside a transaction does not compile', async () => {
  const ctx = await newContext();
  const scope = ctx.engine.database.scope(ctx.workspace.id);
  // @ts-expect-error a scope is no transaction
  const tx: Tx = scope;
  expect(tx).toBe(scope);
  // @ts-expect-error the client of a read has no method that writes
  const create = reads(scope).counter.create;
  expect(create).toBeTypeOf('function');
});

test('a store cannot be called without a workspace', () => {
  // @ts-expect-error a workspace id is no scope
  expect(() => reads({ workspaceId: '00000000-0000-0000-0000-000000000000' })).toThrow(
    'not made by the database',
  );
});
