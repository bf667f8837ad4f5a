import type pg from 'pg';
import PgBoss, { type Db } from 'pg-boss';
import type { Scope, Tx } from '../core/runtime/database.ts';
import { reads, writes } from './scope.ts';
import { takeLock } from './start/lock.ts';
import type { Waiting } from './start/wait.ts';

/** The only place that runs statements as text: pg-boss writes them, with every value as a parameter. */
export function inTransaction(tx: Tx): Db {
  return {
    executeSql: async (text, values) => ({
      rows: await writes(tx).$queryRawUnsafe<unknown[]>(text, ...values),
    }),
  };
}

export function onPool(pool: pg.Pool): Db {
  return {
    async executeSql(text, values) {
      if (values !== undefined) return await pool.query(text, values);
      // Several statements, some with their own BEGIN: a failure would leave the connection inside a transaction.
      return await withClient(pool, async (client) => {
        try {
          return await client.query(text);
        } catch (error) {
          await client.query('ROLLBACK');
          throw error;
        }
      });
    },
  };
}

/** One connection for several statements. If it breaks, its query fails; without a listener the process would end. */
async function withClient<T>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  const ignore = () => {};
  client.on('error', ignore);
  try {
    return await work(client);
  } finally {
    client.removeListener('error', ignore);
    client.release();
  }
}

/** Any number other than the one of the migrations. */
const lock = 7_201;

/** Runs the work while no other process on this database does. */
export async function oneAtATime(pool: pg.Pool, waiting: Waiting, work: () => Promise<void>): Promise<void> {
  await withClient(pool, async (client) => {
    await takeLock(client, lock, 'the set-up of the job queues', waiting);
    try {
      await work();
    } finally {
      await client.query('SELECT pg_advisory_unlock($1)', [lock]).catch(() => undefined);
    }
  });
}

// Used for its statements only: it is never started, and every call names its database.
const statements = new PgBoss({ db: { executeSql: () => Promise.reject(new Error('Name a database.')) } });

/** Queues a failed job for one more try. */
export async function retryJob(tx: Tx, queue: string, id: string): Promise<void> {
  await statements.retry(queue, id, { db: inTransaction(tx) });
}

/** Jobs of this workspace that failed for good after `since`, newest first. */
export async function failedJobs(
  scope: Scope,
  since: Date,
  limit: number,
): Promise<readonly { readonly queue: string; readonly id: string }[]> {
  return await reads(scope).$queryRaw`
    SELECT name AS queue, id::text AS id FROM pgboss.job
    WHERE data->>'workspaceId' = ${scope.workspaceId} AND state = 'failed' AND completed_on >= ${since}
    ORDER BY completed_on DESC LIMIT ${limit}`;
}
