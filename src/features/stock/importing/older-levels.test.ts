import { expect, test } from 'vitest';
import { builders } from '../../../../test/harness/builders.ts';
import { newContext, testDatabase } from '../../../../test/harness/database.ts';
import { importing } from '../../../../test/harness/import.ts';
import { levelsAt } from '../ledger/store.ts';

test('a file that is older than another completes the past; the present and its receipt stay', async () => {
  const ctx = await newContext();
  const { prisma } = await testDatabase();
  const given = builders(prisma, ctx.workspace, ctx.now);
  const skuId = await given.sku('MUG-01');
  const locationId = await given.location({ code: 'HAM', name: 'Hamburg', asOf: null });
  const told = 'sku,location,available,incoming,incoming_on,as_of\n';
  await importing(ctx, 'levels FILE', `${told}MUG-01,HAM,8,5,2026-03-09,2026-03-01 12:00\n`);
  const older = await importing(ctx, 'levels FILE', `${told}MUG-01,HAM,10,7,2026-03-04,2026-03-01 10:00\n`);
  expect(older.faults).toEqual([]);
  expect(older.kinds[0]).toMatchObject({
    counts: { changed: 1 },
    facts: { 'ledger legs for differences': 2, 'SKUs in locations with newer numbers, which stay': 1 },
  });
  const levels = await prisma.level.findMany({
    where: { workspaceId: ctx.workspace.id },
    orderBy: { bucket: 'asc' },
  });
  expect(levels.map(({ bucket, quantity, expectedOn }) => [bucket, quantity, expectedOn])).toEqual([
    ['available', 8, null],
    ['incoming', 5, new Date('2026-03-09')],
  ]);
  const then = new Date('2026-03-01T09:30:00Z');
  const scope = ctx.engine.database.scope(ctx.workspace.id);
  expect(await levelsAt(scope, skuId, locationId, then)).toEqual(
    new Map([
      ['available', 10],
      ['incoming', 7],
    ]),
  );
});
