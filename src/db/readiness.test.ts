import type pg from 'pg';
import { expect, test } from 'vitest';
import { newContext, testDatabase } from '../../test/harness/database.ts';
import type { Outages } from '../core/runtime/database.ts';
import { databaseFaults } from './readiness.ts';

const calm: Outages = { met: () => null, worked: () => {}, now: () => [] };

/** What the probe finds after these statements, which are taken back afterwards. */
async function faultsAfter(statements: string, id?: string): Promise<readonly string[]> {
  const [{ pool }, { workspace }] = [await testDatabase(), await newContext()];
  const client: pg.PoolClient = await pool.connect();
  try {
    await client.query(statements);
    return await databaseFaults(client, id ?? workspace.id, calm);
  } finally {
    await client.query('ROLLBACK');
    client.release();
  }
}

const lacks = (text: string) => [expect.stringContaining(text)];

test.each([
  ['a sound database', 'BEGIN', []],
  ['a read-only one', 'BEGIN READ ONLY', ['the database is read-only']],
  [
    'a dump of an older version',
    'BEGIN; DELETE FROM _prisma_migrations WHERE migration_name = (SELECT max(migration_name) FROM _prisma_migrations)',
    lacks('the database lacks 1 migration, first 2026'),
  ],
  [
    'a migration that another tool began and did not finish',
    'BEGIN; UPDATE _prisma_migrations SET finished_at = NULL',
    lacks('migrations, first 2026'),
  ],
  [
    'a database without our tables',
    'BEGIN; ALTER TABLE workspace RENAME TO elsewhere',
    ['the database lacks tables of this version'],
  ],
])('%s', async (_, statements, faults) => {
  expect(await faultsAfter(statements)).toEqual(faults);
});

test('a database without this workspace, and one whose disk real work found full', async () => {
  const nobody = '00000000-0000-4000-8000-000000000000';
  expect(await faultsAfter('BEGIN', nobody)).toEqual(['the database does not hold this workspace']);
  const { pool } = await testDatabase();
  expect(await databaseFaults(pool, nobody, { ...calm, now: () => ['full'] })).toEqual([
    'the disk of the database is full',
  ]);
});

test('a database that accepts a query and never answers is named within seconds', async () => {
  const silent = { query: () => new Promise(() => {}) } as unknown as pg.Pool;
  expect(await databaseFaults(silent, 'any', calm)).toEqual(['the database does not answer']);
});
