import { expect, test } from 'vitest';
import { pairs, prepared } from './prepared.ts';
import { race } from './runner.ts';

test('two people run the first set-up at once: one becomes admin, the other finds one', async () => {
  const rounds = 100;
  await using db = await prepared(rounds, ['viewer']);
  const results = await race(db.url, 'first-admin', rounds);
  expect(new Set(pairs(results))).toEqual(new Set(['there is one / you are it']));
  expect(await db.prisma.person.count({ where: { roles: { has: 'admin' } } })).toBe(rounds);
  expect(await db.prisma.auditEntry.count()).toBe(rounds);
});

test('one delivery that reaches two replicas has one effect', async () => {
  const rounds = 100;
  await using db = await prepared(rounds, ['viewer']);
  const results = await race(db.url, 'delivery', rounds);
  expect(new Set(pairs(results))).toEqual(
    new Set(['That was already done: the same request arrived twice. / granted']),
  );
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
