import { expect, test } from 'vitest';
import { pairs, prepared } from './prepared.ts';
import { race } from './runner.ts';

test('of two people who press "I’m on it" at once, one owns the issue and the other learns who was first', async () => {
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

test('two replicas that raise a matter at once raise one issue, without an error', async () => {
  const rounds = 100;
  await using db = await prepared(rounds, ['operator']);
  const results = await race(db.url, 'raise-matter', rounds);
  expect(new Set(pairs(results))).toEqual(new Set(['raised / seen again']));
  expect(await db.prisma.issue.count()).toBe(rounds);
  expect(await db.prisma.issueEvent.count({ where: { what: 'seen again' } })).toBe(rounds);
});

test('of two people who tick a step at once, one ticks it and the other learns who was first', async () => {
  const rounds = 100;
  await using db = await prepared(rounds, ['operator'], async (given) => {
    await given.step(await given.issue('3PL feed dead'), 'Call them');
  });
  const outcomes = pairs(await race(db.url, 'tick-step', rounds));
  const told = outcomes.map((pair) => pair.replace(/at [0-9:]+: /, ''));
  expect(new Set(told)).toEqual(new Set(['Quartermaster did step 1 they were first. / did it']));
  expect(await db.prisma.issueEvent.count({ where: { what: 'step done' } })).toBe(rounds);
});

test('an issue assigned to somebody who is leaving does not stay with them', async () => {
  const rounds = 100;
  await using db = await prepared(rounds, ['operator'], async (given) => {
    await given.issue('3PL feed dead');
  });
  const outcomes = new Set(pairs(await race(db.url, 'assign-or-leave', rounds)));
  expect(
    [...outcomes].filter((pair) => pair !== 'asked / left' && pair !== 'left / one is deactivated in Slack.'),
  ).toEqual([]);
  const held = { OR: [{ ownerId: { not: null } }, { askedId: { not: null } }] };
  expect(await db.prisma.issue.count({ where: held })).toBe(0);
});
