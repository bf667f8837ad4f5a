import { setTimeout as wait } from 'node:timers/promises';
import type pg from 'pg';
import { everyMinute, type Waiting } from './wait.ts';

const againMs = 200;
/** Replicas that start together wait for each other about this long; that needs no line. */
const quietMs = 1_000;

/** Takes an advisory lock for this connection. While another process holds it, a line a minute names the holder. */
export async function takeLock(
  client: pg.ClientBase,
  lock: number,
  what: string,
  { clock, log, waitsFor = () => {} }: Waiting,
): Promise<void> {
  const since = clock.elapsed();
  const line = everyMinute(clock);
  for (;;) {
    const { rows } = await client.query<{ taken: boolean }>('SELECT pg_try_advisory_lock($1) AS taken', [
      lock,
    ]);
    if (rows[0]?.taken) {
      waitsFor(null);
      return;
    }
    if (clock.elapsed() - since >= quietMs) {
      const holder = await holderOf(client, lock);
      waitsFor(`${what}: ${holder ?? 'another process'} has the lock`);
      line(() => log.warn({ holder }, `waiting for another process: ${what}`));
    }
    await wait(againMs);
  }
}

interface Holder {
  readonly pid: number;
  readonly name: string | null;
  readonly address: string | null;
  readonly since: Date | null;
}

/** "process 4711 (quartermaster web-1 23, 10.0.0.7), connected since 2026-03-02T08:00:00Z"; null: just released. */
async function holderOf(client: pg.ClientBase, lock: number): Promise<string | null> {
  const { rows } = await client.query<Holder>(
    `SELECT a.pid, nullif(a.application_name, '') AS name, host(a.client_addr) AS address, a.backend_start AS since
     FROM pg_locks l JOIN pg_stat_activity a ON a.pid = l.pid
     WHERE l.locktype = 'advisory' AND l.granted AND l.objsubid = 1 AND l.classid = 0 AND l.objid = $1
       AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
    [lock],
  );
  const [holder] = rows;
  if (!holder) return null;
  const { pid, name, address, since } = holder;
  const known = [name, address].filter((part) => part !== null).join(', ');
  return `process ${pid}${known && ` (${known})`}${since ? `, connected since ${since.toISOString()}` : ''}`;
}
