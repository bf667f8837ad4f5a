import pg from 'pg';
import { ConfigError } from '../../core/runtime/refusal.ts';

/** A pooler without a free connection lets a query wait for minutes; then nothing is known. */
const patienceMs = 5_000;
const looks = 5;

/**
 * Refuses a pooler that hands each transaction to another session, with a `ConfigError`. Our locks, settings and kept
 * plans belong to a session: shared, they would be lost, or be somebody else's.
 */
export async function demandSessions(connection: pg.ClientConfig): Promise<void> {
  const options = { connectionTimeoutMillis: 10_000, ...connection, query_timeout: patienceMs };
  const first = new pg.Client(options);
  const second = new pg.Client(options);
  // A broken connection fails the next query. Without a listener the 'error' event would end the process.
  for (const client of [first, second]) client.on('error', () => {});
  try {
    await first.connect();
    const session = await sessionOf(first);
    // PostgreSQL itself says at once which process serves the connection; a pooler says something of its own.
    if ((first as pg.Client & { readonly processID?: number }).processID === session) return;
    await second.connect();
    if (await areShared(first, second)) throw new ConfigError([refusal]);
  } finally {
    await Promise.all([first.end(), second.end()].map((ended) => ended.catch(() => {})));
  }
}

const refusal =
  'DATABASE_URL leads to a pooler that shares sessions (PgBouncer with pool_mode = transaction or statement). Quartermaster keeps its locks, settings and plans in its sessions and pools its connections itself: set pool_mode = session for its database or user, or name PostgreSQL itself.';

/** Two open connections have a session each, unless one session serves both or one connection has several. */
async function areShared(first: pg.Client, second: pg.Client): Promise<boolean> {
  for (let look = 0; look < looks; look += 1) {
    const one = await sessionOf(first);
    const other = await sessionOf(second).catch(() => null);
    if (other === null) return false;
    if (one === other || one !== (await sessionOf(first))) return true;
  }
  return false;
}

async function sessionOf(client: pg.Client): Promise<number | undefined> {
  const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
  return rows[0]?.pid;
}
