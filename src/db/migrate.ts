import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import type { Ids } from '../core/runtime/ids.ts';
import { ConfigError } from '../core/runtime/refusal.ts';
import { takeLock } from './start/lock.ts';
import type { Waiting } from './start/wait.ts';

interface Migration {
  readonly name: string;
  readonly sql: string;
  readonly checksum: string;
}

/** Beside the code in development, beside `dist` after a build. */
export const migrationsFolder = fileURLToPath(new URL('../../prisma/migrations', import.meta.url));

// Any number, as long as every replica uses the same.
const advisoryLock = 7_214_309;

/** The history table of `prisma migrate`, so that it recognises our migrations. */
const createHistory = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id VARCHAR(36) PRIMARY KEY, checksum VARCHAR(64) NOT NULL, finished_at TIMESTAMPTZ, migration_name VARCHAR(255) NOT NULL,
  logs TEXT, rolled_back_at TIMESTAMPTZ, started_at TIMESTAMPTZ NOT NULL DEFAULT now(), applied_steps_count INTEGER NOT NULL DEFAULT 0)`;

export async function readMigrations(folder: string): Promise<readonly Migration[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return await Promise.all(
    names.sort().map(async (name) => {
      const sql = await readFile(join(folder, name, 'migration.sql'), 'utf8');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    }),
  );
}

export interface MigrateTools extends Waiting {
  readonly ids: Ids;
}

/** Without a limit, a firewall that drops packets would make the start hang silently. */
const connectMs = 10_000;

/**
 * Applies the missing migrations and returns their names. Replicas that start together wait for one another. Each
 * migration and its row in the history are one transaction. An edited or half-applied migration is refused with a
 * `ConfigError`.
 */
export async function migrate(
  connection: pg.ClientConfig,
  folder: string,
  { ids, ...waiting }: MigrateTools,
): Promise<readonly string[]> {
  const { clock } = waiting;
  const migrations = await readMigrations(folder);
  const client = new pg.Client({ connectionTimeoutMillis: connectMs, ...connection });
  // A broken connection fails the next query. Without a listener the 'error' event would end the process.
  client.on('error', () => {});
  // A migration that finds data it cannot decide about names it.
  client.on('notice', ({ severity, message }) => {
    if (severity === 'WARNING') waiting.log.warn(message ?? '');
  });
  await client.connect();
  try {
    await takeLock(client, advisoryLock, 'the migrations', waiting);
    await client.query(createHistory);
    const missing = await missingOf(client, migrations);
    for (const { name, sql, checksum } of missing) {
      const now = clock.now();
      const id = ids.uuid(now);
      const at = now.toISOString();
      // Without parameters this is one simple query, which PostgreSQL runs as one transaction.
      await client.query(
        `${sql};\nINSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count) VALUES ('${id}', '${checksum}', '${name}', '${at}', '${at}', 1)`,
      );
    }
    return missing.map((migration) => migration.name);
  } finally {
    await client.query(`SELECT pg_advisory_unlock(${advisoryLock})`).catch(() => undefined);
    await client.end();
  }
}

async function missingOf(client: pg.Client, migrations: readonly Migration[]): Promise<readonly Migration[]> {
  const { rows } = await client.query<{ name: string; checksum: string; finished: boolean }>(
    'SELECT migration_name AS name, checksum, finished_at IS NOT NULL AS finished FROM _prisma_migrations WHERE rolled_back_at IS NULL',
  );
  const applied = new Map(rows.map((row) => [row.name, row]));
  const problems = migrations.flatMap(({ name, checksum }) => {
    const row = applied.get(name);
    if (row && !row.finished)
      return [
        `Migration ${name} was started by another tool and never finished. Resolve it with "prisma migrate resolve", then start again.`,
      ];
    if (row && row.checksum !== checksum)
      return [
        `Migration ${name} was edited after it was applied. Restore the file as it was; changes belong in a new migration.`,
      ];
    return [];
  });
  if (problems.length > 0) throw new ConfigError(problems);
  // Rows without a file belong to a newer version that runs beside us during a roll-out.
  return migrations.filter(({ name }) => !applied.has(name));
}
