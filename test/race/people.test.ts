import { expect, test } from 'vitest';
import { pairs, prepared } from './prepared.ts';
import { race } from './runner.ts';

test('two people run the first set-up at once: one becomes admin, the other finds one', async () => {
  const rounds = 100;
  await using db = await prepared(rounds, ['viewer']);
  await db.prisma.member.updateMany({ data: { slackAdmin: true } });
  const results = await race(db.url, 'first-admin', rounds);
  expect(new Set(pairs(results))).toEqual(new Set(['there is one / you are it']));
  expect(await db.prisma.person.count({ where: { roles: { has: 'admin' } } })).toBe(rounds);
  expect(await db.prisma.auditEntry.count()).toBe(rounds);
});

test('one delivery that reaches two replicas has one effect, and both know what came of it', async () => {
  const rounds = 100;
  await using db = await prepared(rounds, ['viewer']);
  const results = await race(db.url, 'delivery', rounds);
  expect(new Set(pairs(results))).toEqual(new Set(['granted / granted']));
  expect(await db.prisma.auditEntry.count()).toBe(rounds);
  expect(await db.prisma.inboundEvent.count()).toBe(rounds);
});

test('two admins revoke each other at once: one stays', async () => {
  const rounds = 100;
  await using db = await prepared(rounds, ['admin']);
  const results = await race(db.url, 'revoke', rounds);
  expect(new Set(pairs(results))).toEqual(
    new Set(['one is the only admin. / revoked', 'revoked / two is the only admin.']),
  );
  expect(await db.prisma.person.count({ where: { roles: { has: 'admin' } } })).toBe(rounds);
});

test('two admins who revoke each other as persons do not deadlock: the second is refused', async () => {
  const rounds = 100;
  await using db = await prepared(rounds, ['admin']);
  const results = await race(db.url, 'revoke-as-persons', rounds);
  expect(new Set(pairs(results))).toEqual(new Set(['You have no role here yet. / revoked']));
  expect(await db.prisma.person.count({ where: { roles: { has: 'admin' } } })).toBe(rounds);
  expect(await deadlocksIn(db)).toBe(0);
});

test('an effect that waits for a row while its role is revoked is refused, or the revoke waits for it', async () => {
  const rounds = 100;
  await using db = await prepared(
    rounds,
    ['operator'],
    async (given) => void (await given.issue('No scans')),
  );
  const results = await race(db.url, 'revoke-while-waiting', rounds);
  const refusal = 'You have no role here yet.';
  const outcomes = pairs(results);
  expect(new Set(outcomes)).toEqual(
    new Set([`${refusal} / revoked, and it was free`, 'revoked, after it was taken / took it']),
  );
  // An effect that holds its rights before the revoke begins is never refused.
  expect(new Set(outcomes.filter((_, round) => round % 2 === 0)).size).toBe(1);
  expect(await deadlocksIn(db)).toBe(0);
});

async function deadlocksIn({ prisma }: Awaited<ReturnType<typeof prepared>>): Promise<number> {
  const [row] = await prisma.$queryRaw<{ deadlocks: number }[]>`
    SELECT deadlocks::int AS deadlocks FROM pg_stat_database WHERE datname = current_database()`;
  return row?.deadlocks ?? -1;
}
