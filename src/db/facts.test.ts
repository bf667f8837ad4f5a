import { expect, test } from 'vitest';
import { newContext, testDatabase } from '../../test/harness/database.ts';
import type { Context } from '../core/runtime/context.ts';
import { collect } from '../core/runtime/effects.ts';
import { inUnit } from '../core/runtime/unit.ts';
import { defineFacts } from '../core/tokens/fact.ts';

const parcels = defineFacts({ id: 'parcel', tables: {} });
const lines = defineFacts({ id: 'line', tables: {} });

async function noted(ctx: Context) {
  const { prisma } = await testDatabase();
  const rows = await prisma.factChange.findMany({
    where: { workspaceId: ctx.workspace.id },
    orderBy: [{ family: 'asc' }, { subject: 'asc' }],
  });
  return rows.map(({ family, subject, id }) => ({ what: `${family} ${subject}`, id }));
}

const note = async (ctx: Context, family: typeof parcels, ...subjects: readonly string[]) =>
  await inUnit(ctx, {}, async (unit) =>
    collect(unit.pending, { changes: [], facts: family.changed(subjects) }),
  );

test('what is noted twice in a transaction is one row, and so is what is noted again later', async () => {
  const ctx = await newContext();
  await note(ctx, parcels, 'b', 'a', 'b');
  await note(ctx, lines, 'a');
  const first = await noted(ctx);
  expect(first.map(({ what }) => what)).toEqual(['line a', 'parcel a', 'parcel b']);
  for (let i = 0; i < 20; i += 1) await note(ctx, parcels, 'a');
  const later = await noted(ctx);
  expect(later.map(({ what }) => what)).toEqual(['line a', 'parcel a', 'parcel b']);
  // A reader that had read the first note would not delete the later one.
  expect(later[1]?.id).not.toBe(first[1]?.id);
  expect(later[2]).toEqual(first[2]);
});

test('a transaction that is rolled back has noted nothing', async () => {
  const ctx = await newContext();
  const failing = inUnit(ctx, {}, async (unit) => {
    collect(unit.pending, { changes: [], facts: parcels.changed(['a']) });
    throw new Error('second thoughts');
  });
  await expect(failing).rejects.toThrow('second thoughts');
  expect(await noted(ctx)).toEqual([]);
});

test('the subjects of a large import are one statement', { timeout: 30_000 }, async () => {
  const ctx = await newContext();
  const many = Array.from({ length: 20_000 }, (_, i) => `order ${i}`);
  await note(ctx, parcels, ...many);
  expect(await noted(ctx)).toHaveLength(20_000);
});

test('a change between the reading of a note and its end stays noted', async () => {
  const ctx = await newContext();
  const { pool } = await testDatabase();
  const { id: workspaceId } = ctx.workspace;
  await note(ctx, parcels, 'a', 'b');
  const read = await noted(ctx);
  await note(ctx, parcels, 'a');
  await pool.query(
    `DELETE FROM fact_change f USING UNNEST($2::text[], $3::uuid[]) AS r (subject, id)
     WHERE f.workspace_id = $1 AND f.family = 'parcel' AND f.subject = r.subject AND f.id = r.id`,
    [workspaceId, read.map(({ what }) => what.split(' ')[1]), read.map(({ id }) => id)],
  );
  expect((await noted(ctx)).map(({ what }) => what)).toEqual(['parcel a']);
});
