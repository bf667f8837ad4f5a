import { expect, test } from 'vitest';
import { builders } from '../../../../test/harness/builders.ts';
import { newContext, testDatabase } from '../../../../test/harness/database.ts';
import type { Context } from '../../../core/runtime/context.ts';
import { asPerson } from '../../people/index.ts';
import { listPage } from './list.ts';

const all = { kind: null, whose: 'all', after: null } as const;

/** Lena leads; every third request is hers, so it does not wait for her. The first two are decided. */
async function asked(n: number): Promise<Context> {
  const base = await newContext();
  const { prisma } = await testDatabase();
  const given = builders(prisma, base.workspace, base.now);
  const lena = await given.person('Lena', 'ULENA', ['lead']);
  const maya = await given.person('Maya', 'UMAYA', ['operator']);
  for (let number = 1; number <= n; number += 1)
    await given.approval({
      kind: 'gone.kind',
      number,
      requesterId: number % 3 === 0 ? lena : maya,
      subject: `request ${number}`,
      request: {},
      facts: {},
      stages: [{ needs: 1, of: { role: 'lead', department: null, people: [] } }],
    });
  await prisma.approval.updateMany({
    where: { workspaceId: base.workspace.id, number: { lte: 2 } },
    data: { state: 'rejected' },
  });
  return await asPerson(base, 'ULENA');
}

/** The numbers of each page, and how many are said to be left after it. */
async function pagesOf(ctx: Context, state: 'waiting' | 'rejected' | 'all') {
  const pages: { readonly numbers: readonly number[]; readonly left: number }[] = [];
  for (let page = await listPage.call(ctx, { ...all, state }); ; ) {
    pages.push({ numbers: page.rows.map(({ approval }) => approval.number), left: page.left });
    if (page.next === null) return pages;
    page = await listPage.call(ctx, { ...all, state, after: page.next });
  }
}

test('pages hold first what waits for the reader and then the rest, each once, and say how many are left', async () => {
  const ctx = await asked(20);
  expect(await pagesOf(ctx, 'waiting')).toEqual([
    { numbers: [20, 19, 17, 16, 14, 13, 11, 10], left: 10 },
    { numbers: [8, 7, 5, 4, 18, 15, 12, 9], left: 2 },
    { numbers: [6, 3], left: 0 },
  ]);
  expect(await pagesOf(ctx, 'rejected')).toEqual([{ numbers: [2, 1], left: 0 }]);
  const [first, second, third] = await pagesOf(ctx, 'all');
  expect(first?.left).toBe(12);
  expect(second).toEqual({ numbers: [8, 7, 5, 4, 18, 15, 12, 9], left: 4 });
  expect(third).toEqual({ numbers: [6, 3, 2, 1], left: 0 });
});
