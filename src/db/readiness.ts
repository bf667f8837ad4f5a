import { setTimeout as wait } from 'node:timers/promises';
import type pg from 'pg';
import type { Outages, Trouble } from '../core/runtime/database.ts';
import { count } from '../core/text/sentence.ts';
import { migrationsFolder, readMigrations } from './migrate.ts';
import { troubleOf } from './trouble/trouble.ts';

const said: Readonly<Record<Trouble, string>> = {
  unreachable: 'the database does not answer',
  'read-only': 'the database is read-only',
  full: 'the disk of the database is full',
  busy: 'the database has no time or connection left',
};

/** Longer than a statement may take; a probe that hangs says nothing. */
const patienceMs = 5_000;

/** Everything that keeps the database from being written for this workspace; empty when it can be. */
export async function databaseFaults(
  pool: Pick<pg.Pool, 'query'>,
  workspaceId: string,
  outages: Outages,
): Promise<readonly string[]> {
  // The probe makes no table larger: only what real work met tells of a full disk.
  if (outages.now().includes('full')) return [said.full];
  const over = new AbortController();
  const late = wait(patienceMs, [said.unreachable], { signal: over.signal }).catch(() => []);
  try {
    return await Promise.race([look(pool, workspaceId).catch((error) => [reasonOf(error)]), late]);
  } finally {
    over.abort();
  }
}

async function look(pool: Pick<pg.Pool, 'query'>, workspaceId: string): Promise<readonly string[]> {
  // The weakest row lock is a write: refused by a standby and by a read-only database, and in nobody's way.
  const locked = await pool.query('SELECT FROM workspace WHERE id = $1 FOR KEY SHARE', [workspaceId]);
  const missing = await pool.query<{ name: string }>(
    `SELECT name FROM unnest($1::text[]) AS name WHERE name NOT IN
      (SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL) ORDER BY name`,
    [await knownNames()],
  );
  const [first] = missing.rows;
  return [
    ...(locked.rowCount === 0 ? ['the database does not hold this workspace'] : []),
    ...(first ? [`the database lacks ${count(missing.rows.length, 'migration')}, first ${first.name}`] : []),
  ];
}

let names: Promise<readonly string[]> | null = null;

/** Read once: the files belong to the version that runs. */
function knownNames(): Promise<readonly string[]> {
  names ??= readMigrations(migrationsFolder).then((all) => all.map(({ name }) => name));
  return names;
}

function reasonOf(error: unknown): string {
  const trouble = troubleOf(error);
  if (trouble) return said[trouble];
  const { code } = error as { readonly code?: unknown };
  if (code === '42P01') return 'the database lacks tables of this version';
  if (code === '42501') return 'the database does not let its user write';
  return `the database refuses a write (${String(code)})`;
}
