import { expect, test } from 'vitest';
import { systemClock } from '../../src/core/clock.ts';
import { randomIds } from '../../src/core/ids.ts';
import type { Role } from '../../src/core/permission.ts';
import { connectDatabase } from '../../src/db/client.ts';
import { createLog } from '../../src/log.ts';
import { builders } from '../harness/builders.ts';
import { ownDatabase } from './postgres.ts';
import { race } from './runner.ts';

/** A database with one workspace per round, in each of which there are persons "one" and "two". */
async function prepared(rounds: number, roles: readonly Role[]) {
  const url = await ownDatabase();
  const db = connectDatabase({
    connection: { connectionString: url },
    poolSize: 2,
    statementTimeout: 0,
    log: createLog('error'),
  });
  const now = systemClock.now();
  for (let round = 0; round < rounds; round += 1) {
    const workspace = { id: randomIds.uuid(now), name: 'Race', timeZone: 'UTC', currency: 'EUR' };
    await db.prisma.workspace.create({ data: { ...workspace, slackTeamId: `T${round}`, createdAt: now } });
    const given = builders(db.prisma, workspace, now);
    for (const who of ['one', 'two']) await given.person(who, `U${who.toUpperCase()}`, roles);
  }
  return { url, ...db };
}

const pairs = ([one, two]: readonly { outcomes: readonly string[] }[]) =>
  (one?.outcomes ?? []).map((outcome, round) => [outcome, two?.outcomes[round] ?? ''].sort().join(' / '));

test('two people who run the first set-up at once: one becomes admin, the other finds one', async () => {
  const rounds = 100;
  await using db = await closing(prepared(rounds, ['viewer']));
  const results = await race(db.url, 'first-admin', rounds);
  expect(new Set(pairs(results))).toEqual(new Set(['there is one / you are it']));
  expect(await db.prisma.person.count({ where: { roles: { has: 'admin' } } })).toBe(rounds);
  expect(await db.prisma.auditEntry.count()).toBe(rounds);
});

test('one delivery that reaches two replicas has one effect', async () => {
  const rounds = 100;
  await using db = await closing(prepared(rounds, ['viewer']));
  const results = await race(db.url, 'delivery', rounds);
  expect(new Set(pairs(results))).toEqual(
    new Set(['That was already done: the same request arrived twice. / granted']),
  );
  expect(await db.prisma.auditEntry.count()).toBe(rounds);
  expect(await db.prisma.inboundEvent.count()).toBe(rounds);
});

test('two admins who revoke each other at once: one stays', async () => {
  const rounds = 100;
  await using db = await closing(prepared(rounds, ['admin']));
  const results = await race(db.url, 'revoke', rounds);
  expect(new Set(pairs(results))).toEqual(
    new Set(['one is the only admin. / revoked', 'revoked / two is the only admin.']),
  );
  expect(await db.prisma.person.count({ where: { roles: { has: 'admin' } } })).toBe(rounds);
});

async function closing<T extends { close(): Promise<void> }>(
  opening: Promise<T>,
): Promise<T & AsyncDisposable> {
  const db = await opening;
  return Object.assign(db, { [Symbol.asyncDispose]: () => db.close() });
}
