import { appendFile, cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { expect, onTestFinished, test } from 'vitest';
import { testClock } from '../../test/harness/clock.ts';
import { watchedLog } from '../../test/harness/log.ts';
import { randomIds } from '../core/runtime/ids.ts';
import { ConfigError } from '../core/runtime/refusal.ts';
import { migrate, readMigrations } from './migrate.ts';
import { startPglite } from './pglite.ts';

/** A database of its own, and a copy of the migrations that a test may change. */
async function fresh() {
  const server = await startPglite();
  const folder = await mkdtemp(join(tmpdir(), 'quartermaster-migrations-'));
  await cp('prisma/migrations', folder, { recursive: true });
  const connection = { host: server.socketDir, user: 'postgres', database: 'postgres' };
  const client = new pg.Client(connection);
  await client.connect();
  onTestFinished(async () => {
    await client.end();
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  });
  const run = () => migrate(connection, folder, { clock: testClock(), ids: randomIds, log: watchedLog() });
  const add = async (name: string, sql: string) => {
    await mkdir(join(folder, name));
    await writeFile(join(folder, name, 'migration.sql'), sql);
  };
  const tables = async () =>
    (
      await client.query<{ name: string }>(
        "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'",
      )
    ).rows.map(({ name }) => name);
  return { run, add, tables, folder, client };
}

test('missing migrations are applied in order, once', async () => {
  const { run, add, tables } = await fresh();
  const committed = (await readMigrations('prisma/migrations')).map(({ name }) => name);
  expect(await run()).toEqual(committed);
  expect(await run()).toEqual([]);
  await add('20990101000000_more', 'CREATE TABLE more (workspace_id uuid)');
  expect(await run()).toEqual(['20990101000000_more']);
  expect(await tables()).toContain('more');
});

test('a migration that fails half way leaves nothing behind; it can be fixed and run again', async () => {
  const { run, add, tables, folder } = await fresh();
  await add('20990101000000_half', 'CREATE TABLE half (workspace_id uuid); SELECT nonsense;');
  await expect(run()).rejects.toThrow('nonsense');
  expect(await tables()).not.toContain('half');
  await writeFile(
    join(folder, '20990101000000_half', 'migration.sql'),
    'CREATE TABLE half (workspace_id uuid);',
  );
  expect(await run()).toEqual(['20990101000000_half']);
});

test('an edited migration is refused, and so is one that another tool left unfinished', async () => {
  const { run, folder, client } = await fresh();
  await run();
  await appendFile(join(folder, '20261123013715_foundation', 'migration.sql'), '\n-- an afterthought');
  await expect(run()).rejects.toThrow(/was edited after it was applied/);
  await client.query('UPDATE _prisma_migrations SET finished_at = NULL');
  const failure = await run().catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(ConfigError);
  expect((failure as ConfigError).problems[0]).toContain('was started by another tool and never finished');
});

test("a newer version's migrations in the history are ignored", async () => {
  const { run, folder, add } = await fresh();
  await add('20990101000000_newer', 'CREATE TABLE newer (workspace_id uuid)');
  await run();
  await rm(join(folder, '20990101000000_newer'), { recursive: true });
  expect(await run()).toEqual([]);
});
