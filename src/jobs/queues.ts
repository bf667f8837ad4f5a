import PgBoss from 'pg-boss';
import type { Feature } from '../core/declare/feature.ts';
import type { JobHandler } from '../core/declare/job.ts';
import type { Clock } from '../core/runtime/clock.ts';
import type { Engine } from '../core/runtime/context.ts';
import type { Outages } from '../core/runtime/database.ts';
import type { Log } from '../core/runtime/log.ts';
import type { Job } from '../core/tokens/job.ts';
import type { DatabaseConnection } from '../db/client.ts';
import { inTransaction, oneAtATime, onPool } from '../db/pgboss.ts';

export interface Queues {
  /** The engine's queue: jobs exist once the transaction commits. */
  readonly queue: Engine['queue'];
  readonly boss: PgBoss;
  readonly handlers: readonly JobHandler[];
  /** Creates its tables and a queue for each declared job. Does not run jobs yet. */
  start(): Promise<void>;
}

const day = 24 * 3_600;
/** How long a job may wait to be run. */
const waitDays = 14;
const firstPauseSec = 30;

/** Background work on pg-boss, over our own connections. It carries repeatable work, never messages. */
export function openQueues(
  db: Pick<DatabaseConnection, 'pool'>,
  features: readonly Feature[],
  { clock, log, outages }: { readonly clock: Clock; readonly log: Log; readonly outages: Outages },
): Queues {
  const handlers = features.flatMap(({ jobs = [] }) => jobs);
  const keepDays = Math.max(1, ...handlers.map(({ job }) => job.keepDays));
  const boss = new PgBoss({
    db: onPool(db.pool),
    schema: 'pgboss',
    schedule: false,
    supervise: true,
    archiveCompletedAfterSeconds: day,
    // Until then it is shown and can be retried.
    archiveFailedAfterSeconds: keepDays * day,
    deleteAfterDays: keepDays,
  });
  // Maintenance of its tables failed; pg-boss tries again by itself.
  boss.on('error', (error) => {
    const message = 'maintenance of the job queues failed';
    if (!outages.met(error, message)) log.warn({ err: error }, message);
  });
  return {
    boss,
    handlers,
    async queue(tx, queued, correlationId) {
      const { workspaceId } = tx;
      const unknown = queued.find(({ job }) => !handlers.some((handler) => handler.job.id === job.id));
      // pg-boss silently drops a job for a queue that does not exist.
      if (unknown) throw new Error(`No feature handles the job ${unknown.job.id}.`);
      const rows = queued.map(({ job, data }) => ({
        name: job.id,
        data: { workspaceId, correlationId, data },
      }));
      await boss.insert(rows, { db: inTransaction(tx) });
    },
    async start() {
      // Two replicas that create the same tables and queues at once would deadlock.
      await oneAtATime(db.pool, { clock, log }, async () => {
        await boss.start();
        const known = new Map((await boss.getQueues()).map((queue) => [queue.name, queue]));
        for (const { job } of handlers) await keepQueue(boss, job, known.get(job.id));
      });
    },
  };
}

async function keepQueue(boss: PgBoss, job: Job, known: PgBoss.Queue | undefined): Promise<void> {
  const wanted = queueOf(job);
  if (!known) await boss.createQueue(job.id, wanted);
  else if (known.retryLimit !== wanted.retryLimit || known.expireInSeconds !== wanted.expireInSeconds)
    await boss.updateQueue(job.id, wanted);
}

function queueOf({ id, retries, expireAfterMin }: Job) {
  return {
    name: id,
    policy: 'standard',
    retryLimit: retries,
    retryDelay: firstPauseSec,
    retryBackoff: true,
    expireInSeconds: expireAfterMin * 60,
    retentionDays: waitDays,
  } as const;
}
