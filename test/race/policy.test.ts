import { expect, test } from 'vitest';
import { pairs, prepared } from './prepared.ts';
import { race } from './runner.ts';

test('of two simultaneous policy changes one is saved, and the other manager is told who was first', async () => {
  const rounds = 200;
  await using db = await prepared(rounds, ['manager']);
  const results = await race(db.url, 'change-policy', rounds);
  const outcomes = pairs(results).map((pair) => pair.replace(/ at .+: /, ': '));
  const first = (who: string) => ['saved', `${who} changed the policy: look again.`].sort().join(' / ');
  expect(outcomes.filter((outcome) => outcome !== first('one') && outcome !== first('two'))).toEqual([]);
  expect(await db.prisma.approvalPolicy.count({ where: { version: 1 } })).toBe(rounds);
  expect(await db.prisma.approvalPolicy.count()).toBe(rounds);
  expect(await db.prisma.auditEntry.count({ where: { operation: 'approvals.remove-rule' } })).toBe(rounds);
});

test('two delegations by one person at the same moment make one', async () => {
  const rounds = 100;
  await using db = await prepared(rounds, ['manager']);
  const results = await race(db.url, 'delegate', rounds);
  const outcomes = pairs(results).map((pair) => pair.replace(/ (from|until) .+: /, ': '));
  expect(new Set(outcomes)).toEqual(new Set(['handed on / two decides in your place: end that first.']));
  expect(await db.prisma.approvalDelegation.count()).toBe(rounds);
  expect(await db.prisma.message.count({ where: { kind: 'approvals.delegated' } })).toBe(rounds);
});
