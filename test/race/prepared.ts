import { systemClock } from '../../src/core/runtime/clock.ts';
import { randomIds } from '../../src/core/runtime/ids.ts';
import type { Role } from '../../src/core/tokens/permission.ts';
import { connectDatabase } from '../../src/db/client.ts';
import { keepOutages } from '../../src/db/trouble/outages.ts';
import { createLog } from '../../src/log.ts';
import { type Builders, builders } from '../harness/builders.ts';
import { ownDatabase } from './postgres.ts';

/** A database with one workspace per round, each with the persons "one" and "two". */
export async function prepared(
  rounds: number,
  roles: readonly Role[],
  more: (given: Builders) => Promise<void> = async () => {},
) {
  const url = await ownDatabase();
  const log = createLog('error');
  const db = connectDatabase({
    connection: { connectionString: url },
    poolSize: 2,
    statementTimeout: 0,
    outages: keepOutages(systemClock, log),
    log,
  });
  const now = systemClock.now();
  for (let round = 0; round < rounds; round += 1) {
    const workspace = { id: randomIds.uuid(now), name: 'Race', timeZone: 'UTC', currency: 'EUR' };
    await db.prisma.workspace.create({ data: { ...workspace, slackTeamId: `T${round}`, createdAt: now } });
    const given = builders(db.prisma, workspace, now);
    for (const who of ['one', 'two']) await given.person(who, `U${who.toUpperCase()}`, roles);
    await more(given);
  }
  return { url, ...db, [Symbol.asyncDispose]: () => db.close() };
}

/** The outcomes of the two processes, round by round, without their order. */
export const pairs = ([one, two]: readonly { readonly outcomes: readonly string[] }[]) =>
  (one?.outcomes ?? []).map((outcome, round) => [outcome, two?.outcomes[round] ?? ''].sort().join(' / '));
