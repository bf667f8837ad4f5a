import type { Check } from './core/declare/check.ts';
import type { Feature } from './core/declare/feature.ts';
import type { Clock } from './core/runtime/clock.ts';
import type { Engine } from './core/runtime/context.ts';
import { contributionsOf } from './core/runtime/contributions.ts';
import { keepFailures } from './core/runtime/failures.ts';
import { Refusal } from './core/runtime/refusal.ts';
import type { OpenDatabase } from './db/open.ts';
import { failureNotes, features, holdRights, whoMay } from './features/index.ts';

const noSlack = { health: [], setup: [] };

/** The engine of operations, on an open database. */
export function createEngine(
  db: OpenDatabase,
  clock: Clock,
  slack: { readonly health: readonly Check[]; readonly setup: readonly Check[] } = noSlack,
  work: Partial<Work> = {},
  listed: readonly Feature[] = features,
): Engine {
  const health = [databaseCheck(db, clock), ...slack.health];
  const bot = { name: 'bot', title: 'The bot itself', health, setup: slack.setup };
  const contributions = contributionsOf([bot, ...listed]);
  return {
    database: db.database,
    contributions,
    whoMay,
    holdRights,
    failures: keepFailures(failureNotes),
    ...elsewhere,
    ...work,
  };
}

/** For a process without sender and queues: another process finds the messages and jobs it leaves. */
type Work = Pick<
  Engine,
  'queue' | 'rooms' | 'places' | 'files' | 'webhooks' | 'wake' | 'wakeWork' | 'wakeJobs'
>;

const nowhere = {
  ok: false,
  sure: false,
  name: null,
  why: 'There is no Slack here to ask.',
  next: 'Ask in Slack.',
} as const;
const elsewhere: Work = {
  places: { look: async () => nowhere, post: async () => nowhere },
  rooms: { possible: () => false, open: async () => ({ refused: 'no Slack here' }), archive: async () => {} },
  files: {
    read: async () => {
      throw new Refusal('unavailable', 'There is no Slack here to fetch the file from.');
    },
    send: async () => {
      throw new Refusal('unavailable', 'There is no Slack here to send the file to.');
    },
    keep: async () => {
      throw new Refusal('unavailable', 'There is no Slack here to keep the picture.');
    },
  },
  queue: async (_, jobs) => {
    throw new Error(`${jobs[0]?.job.id} cannot be queued: this process has no queues.`);
  },
  webhooks: { listening: () => 'no', trial: async () => ({ answer: 'not reached', ms: 0 }) },
  wake: () => {},
  wakeWork: () => {},
  wakeJobs: () => {},
};

function databaseCheck({ pool, engine }: OpenDatabase, clock: Clock): Check {
  return {
    title: 'Database',
    async look() {
      const began = clock.elapsed();
      try {
        await pool.query('SELECT 1');
        return {
          ok: true,
          finding: `${engine}, answers in ${Math.max(1, Math.round(clock.elapsed() - began))} ms`,
        };
      } catch {
        return { ok: false, finding: `${engine}, does not answer` };
      }
    },
  };
}
