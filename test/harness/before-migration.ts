import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { onTestFinished } from 'vitest';
import { randomIds } from '../../src/core/runtime/ids.ts';
import { migrate } from '../../src/db/migrate.ts';
import { startPglite } from '../../src/db/pglite.ts';
import { newDatabase } from '../race/postgres.ts';
import { testClock } from './clock.ts';
import { watchedLog } from './log.ts';

/** On the server of `npm run test:postgres`, else an embedded one: a migration must do the same on both. */
async function emptyDatabase(): Promise<{ connection: pg.ClientConfig; drop(): Promise<unknown> }> {
  if (process.env.TEST_DATABASE_URL) {
    const { url, drop } = await newDatabase({ migrated: false });
    return { connection: { connectionString: url }, drop };
  }
  const server = await startPglite();
  const connection = { host: server.socketDir, user: 'postgres', database: 'postgres' };
  return { connection, drop: async () => await server.stop() };
}

/** A database as it was before a migration; `upgrade` applies that one and all later. */
export async function databaseBefore(migration: string) {
  const { connection, drop } = await emptyDatabase();
  const folder = await mkdtemp(join(tmpdir(), 'quartermaster-before-'));
  const client = new pg.Client(connection);
  await client.connect();
  onTestFinished(async () => {
    await client.end();
    await drop();
    await rm(folder, { recursive: true, force: true });
  });
  const warnings: string[] = [];
  const log = { ...watchedLog(), warn: (line: unknown) => void warnings.push(String(line)) };
  const run = async (from: string) =>
    await migrate(connection, from, { clock: testClock(), ids: randomIds, log });
  await cp('prisma/migrations', folder, {
    recursive: true,
    filter: (path) => !/\d{14}_/.test(path) || (/(\d{14}_\w+)/.exec(path)?.[1] ?? '') < migration,
  });
  await run(folder);
  return { client, warnings, upgrade: async () => await run('prisma/migrations') };
}
