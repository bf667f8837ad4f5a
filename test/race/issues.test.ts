import { expect, test } from 'vitest';
import { pairs, prepared } from './prepared.ts';
import { race } from './runner.ts';

test('two people press "I’m on it" at once: one is on it, the other is told who was first', async () => {
  const rounds = 500;
  await using db = await prepared(rounds, ['operator'], async (given) => {
    await given.issue('3PL feed dead');
  });
  const results = await race(db.url, 'take-issue', rounds);
  const outcomes = pairs(results).map((pair) => pair.replace(/ since .+: /, ': '));
  const first = (who: string) => `is on it / ${who} has been on it: they were first.`;
  expect(outcomes.filter((outcome) => outcome !== first('one') && outcome !== first('two'))).toEqual([]);
  const { prisma } = db;
  expect(await prisma.issue.count({ where: { state: 'on it', ownerId: { not: null } } })).toBe(rounds);
  expect(await prisma.issueEvent.count({ where: { what: 'taken' } })).toBe(rounds);
  expect(await prisma.auditEntry.count({ where: { operation: 'issues.take' } })).toBe(rounds);
  expect(await prisma.message.count({ where: { kind: 'issues.line' } })).toBe(rounds);
  expect(await prisma.dueWork.count({ where: { kind: 'issues.promise' } })).toBe(rounds);
});

test('two replicas find the same matter at once: one issue is raised, and nobody is given an error of ours', async () => {
  const rounds = 100;
  await using db = await prepared(rounds, ['operator']);
  const results = await race(db.url, 'raise-matter', rounds);
  expect(new Set(pairs(results))).toEqual(new Set(['raised / seen again']));
  expect(await db.prisma.issue.count()).toBe(rounds);
  expect(await db.prisma.issueEvent.count({ where: { what: 'seen again' } })).toBe(rounds);
});
