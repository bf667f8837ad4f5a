import { expect, test } from 'vitest';
import { newContext } from '../../test/harness/database.ts';
import type { MutationContext } from '../core/runtime/context.ts';
import { inUnit } from '../core/runtime/unit.ts';
import { Prisma } from '../db/generated/client.ts';
import { type CaseTable, holdRowIfFree, holdRows } from './hold-store.ts';

const approvals: CaseTable = { name: 'approval', sql: Prisma.sql`approval`, turn: 10 };
const issues: CaseTable = { name: 'issue', sql: Prisma.sql`issue`, turn: 90 };

async function holding(work: (ctx: MutationContext) => Promise<void>): Promise<void> {
  await inUnit(await newContext(), {}, work);
}

test('one transaction holds cases of several kinds in the order of their turns', async () => {
  await holding(async ({ tx }) => {
    await holdRows(tx, approvals, []);
    await holdRows(tx, issues, []);
    await holdRows(tx, issues, []);
  });
});

test('holding a case whose turn is over is a fault of ours, told by the first test that does it', async () => {
  const wrong = holding(async ({ tx }) => {
    await holdRows(tx, issues, []);
    await holdRows(tx, approvals, []);
  });
  await expect(wrong).rejects.toThrow('holds a case of issue: hold approval first');
});

test('two kinds with the same turn have no order, so they cannot be held together', async () => {
  const wrong = holding(async ({ tx }) => {
    await holdRows(tx, issues, []);
    await holdRows(tx, { ...approvals, turn: 90 }, []);
  });
  await expect(wrong).rejects.toThrow('give it a later turn');
});

test('a case that the transaction holds already may be held again at any time', async () => {
  await holding(async ({ tx, ids, now }) => {
    const id = ids.uuid(now);
    await holdRows(tx, approvals, [id]);
    await holdRows(tx, issues, [ids.uuid(now)]);
    await holdRows(tx, approvals, [id]);
  });
});

test('a row that is only taken when free waits for nobody, so its turn does not matter', async () => {
  await holding(async ({ tx, ids, now }) => {
    await holdRows(tx, issues, []);
    expect(await holdRowIfFree(tx, approvals, ids.uuid(now))).toBe(false);
  });
});
