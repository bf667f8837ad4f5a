import { expect, test } from 'vitest';
import { systemClock } from '../../src/core/runtime/clock.ts';
import { onTimeOf, postedDigests } from '../harness/posted-digest.ts';
import { pairs, prepared } from './prepared.ts';
import { race } from './runner.ts';

const rounds = 12;

test('two processes correct the same post at once: it is corrected once, edited, and has one note', async () => {
  await using db = await prepared(rounds, ['admin']);
  const workspaces = await db.prisma.workspace.findMany();
  const now = systemClock.now();
  const day = new Date(now.getTime() - 86_400_000).toISOString().slice(0, 10);
  for (const workspace of workspaces) {
    const given = postedDigests(db.prisma, workspace, now);
    await given.counted();
    await given.edition(await given.digest(), now, onTimeOf(day, 941, 1_000, '94.1 %'));
    await given.day('otd', day, 936, 1_000);
  }
  const results = await race(db.url, 'correct-digest', rounds);
  expect([...new Set(pairs(results))]).toEqual(['0 corrected / 1 corrected']);
  for (const { id: workspaceId } of workspaces) {
    expect(await db.prisma.digestRestatement.findMany({ where: { workspaceId } })).toMatchObject([
      { before: '94.1 %', after: '93.6 %' },
    ]);
    const messages = await db.prisma.message.findMany({ where: { workspaceId }, orderBy: { kind: 'asc' } });
    expect(messages.map(({ kind, wantedVersion }) => [kind, wantedVersion])).toEqual([
      ['digests.correction', 1],
      ['digests.edition', 1],
    ]);
  }
});
