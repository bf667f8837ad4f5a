import pg from 'pg';
import { expect, test } from 'vitest';
import { readMigrations } from '../../src/db/migrate.ts';
import { ownDatabase } from './postgres.ts';
import { race } from './runner.ts';

test('two replicas that start at once on an empty database migrate it once', async () => {
  const url = await ownDatabase({ migrated: false });
  const [one, two] = await race(url, 'migrate', 1);
  expect([one.outcomes, two.outcomes]).toEqual([['0 workspaces'], ['0 workspaces']]);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ n: number }>('SELECT count(*)::int AS n FROM _prisma_migrations');
  await client.end();
  expect(rows[0]?.n).toBe((await readMigrations('prisma/migrations')).length);
});
