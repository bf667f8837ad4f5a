import { expect, test } from 'vitest';
import { newContext, testDatabase } from '../../../../test/harness/database.ts';
import { onTimeOf, postedDigests } from '../../../../test/harness/posted-digest.ts';
import { asSystem } from '../../../core/runtime/system.ts';
import { forgetOld } from './forget.ts';

const { prisma } = await testDatabase();
const at = new Date('2026-03-05T07:30:00Z');
const dayMs = 86_400_000;

test('what a digest said is forgotten after 400 days, with its figures; younger ones and those of others stay', async () => {
  const mine = await newContext({ at: at.toISOString() });
  const other = await newContext({ at: at.toISOString() });
  const told = onTimeOf('2026-03-04', 941, 1_000, '94.1 %');
  const posts = async (ctx: typeof mine) => {
    const given = postedDigests(prisma, ctx.workspace, at);
    const digest = await given.digest({ tolerance: 1 });
    for (const days of [401, 399]) await given.edition(digest, new Date(at.getTime() - days * dayMs), told);
  };
  await posts(mine);
  await posts(other);
  const kept = async (workspaceId: string) => [
    await prisma.digestEdition.count({ where: { workspaceId } }),
    await prisma.digestFigure.count({ where: { workspaceId } }),
  ];
  expect(await forgetOld.call(asSystem(mine, 'digests'), {})).toBe(false);
  expect(await kept(mine.workspace.id)).toEqual([1, 1]);
  expect(await kept(other.workspace.id)).toEqual([2, 2]);
});
