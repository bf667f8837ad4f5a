import { expect, test } from 'vitest';
import { newContext, testDatabase } from '../../../../test/harness/database.ts';
import { findIssues } from './list.ts';

test('an old issue is found by its words among hundreds that are like it', async () => {
  const ctx = await newContext();
  const { prisma } = await testDatabase();
  const row = (number: number, title: string, resolvedAt: Date | null) => ({
    workspaceId: ctx.workspace.id,
    id: ctx.ids.uuid(ctx.now),
    number,
    kind: 'other',
    severity: 'normal',
    department: 'warehouse',
    title,
    state: resolvedAt ? 'closed' : 'new',
    source: 'test',
    place: 'C0OPSDAILY',
    createdAt: ctx.now,
    resolvedAt,
    closedAt: resolvedAt,
  });
  await prisma.issue.createMany({
    data: [
      row(1, 'Pallet is damaged by rain', ctx.now),
      row(2, 'Pallet is damaged in the yard', null),
      ...Array.from({ length: 700 }, (_, i) => row(3 + i, `Pallet is damaged in aisle ${i}`, ctx.now)),
    ],
  });
  const found = async (text: string) => (await findIssues.call(ctx, { text })).map(({ number }) => number);
  expect((await found('damaged by rain')).slice(0, 2)).toEqual([2, 1]);
  expect((await found('palet is damagd')).slice(0, 3)).toEqual([2, 702, 701]);
});
