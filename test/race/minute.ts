import { acts } from '../../src/core/declare/due.ts';
import { defineFeature } from '../../src/core/declare/feature.ts';
import { systemClock } from '../../src/core/runtime/clock.ts';
import type { Workspace } from '../../src/core/runtime/context.ts';
import { contributionsOf } from '../../src/core/runtime/contributions.ts';
import { randomIds } from '../../src/core/runtime/ids.ts';
import { defineDue } from '../../src/core/tokens/due.ts';
import type { OpenDatabase } from '../../src/db/open.ts';
import { createEngine } from '../../src/engine.ts';
import { features } from '../../src/features/index.ts';
import { runDue } from '../../src/jobs/due.ts';
import type { JobGround } from '../../src/jobs/ground.ts';
import { openQueues } from '../../src/jobs/queues.ts';
import { runSchedules } from '../../src/jobs/schedules.ts';
import { createLog } from '../../src/log.ts';

export const dueKind = defineDue('race.reminder');
export const scheduleKind = 'race.daily';

let taken = 0;

/** Records its run in the effect's own transaction. */
function turn(kind: string, id: string) {
  taken += 1;
  return { subject: { kind, id }, before: null, after: {} };
}

const contributions = defineFeature({
  name: 'race',
  title: 'Race',
  permissions: [],
  operations: [],
  due: [acts(dueKind, async (_, subject) => ({ next: null, changes: [turn('due', subject)] }))],
  schedules: [
    {
      id: scheduleKind,
      title: 'Daily',
      run: async (_, { schedule, slotAt }) => ({
        state: 'done',
        changes: [turn('slot', `${schedule.id} ${slotAt.toISOString()}`)],
      }),
    },
  ],
});

async function groundOf(db: OpenDatabase, round: number): Promise<JobGround> {
  const workspace: Workspace = await db.prisma.workspace.findUniqueOrThrow({
    where: { slackTeamId: `T${round}` },
  });
  const engine = createEngine(db, systemClock);
  const log = createLog('error');
  return {
    workspace,
    ground: {
      engine: { ...engine, contributions: contributionsOf([...features, contributions]) },
      clock: systemClock,
      ids: randomIds,
      log,
      commandPrefix: '',
    },
  };
}

/** Two processes run all due work at once; returns this one's share. */
export async function due(db: OpenDatabase, { round }: { readonly round: number }): Promise<string> {
  await runDue(await groundOf(db, round));
  return String(taken);
}

/** Two processes run the missed slots of many schedules at once; returns this one's share. */
export async function slots(db: OpenDatabase, { round }: { readonly round: number }): Promise<string> {
  await runSchedules(await groundOf(db, round));
  return String(taken);
}

/** Two replicas are the first to start on a database: both create the tables and the queues. */
export async function queues(db: OpenDatabase): Promise<string> {
  const { boss, start } = openQueues(db.background, features, {
    clock: systemClock,
    log: createLog('error'),
    outages: db.database.outages,
  });
  try {
    await start();
    const names = (await boss.getQueues()).map(({ name }) => name);
    return names.sort().join(', ');
  } finally {
    await boss.stop({ close: false });
  }
}
