import { expect, test } from 'vitest';
import { databaseBefore } from '../../../../test/harness/before-migration.ts';

const workspace = '00000000-0000-7000-8000-000000000001';
const ham = '00000000-0000-7000-8000-0000000000c1';

test('what locations and orders knew of their freshness becomes feeds; nothing is silent by that', async () => {
  const { client, upgrade } = await databaseBefore('20261126175958_feeds');
  await client.query(
    `INSERT INTO location (workspace_id, id, code, name, kind, time_zone, position, stock_source, stock_as_of, stale_after_minutes)
     VALUES ($1, $2, 'HAM', 'Hamburg', 'warehouse', 'UTC', 1, 'import', '2026-03-01T10:00:00Z', 60),
       ($1, gen_random_uuid(), 'NYC', 'New York', 'store', 'UTC', 2, 'none', NULL, 60)`,
    [workspace, ham],
  );
  await client.query(
    `INSERT INTO "order" (workspace_id, id, number, number_key, kind, channel, currency, stage, placed_at, on_hold, source, updated_at)
     SELECT $1, gen_random_uuid(), n::text, n::text, 'sale', 'shopify', 'EUR', 'placed', '2026-02-28T10:00:00Z'::timestamptz + n * interval '1 hour',
       false, 'import', '2026-03-01T11:00:00Z'
     FROM generate_series(1, 3) n`,
    [workspace],
  );
  await upgrade();
  const { rows } = await client.query(
    `SELECT number, kind, source, location, last_heard_at, covers_until, silent_since, watched FROM feed ORDER BY number`,
  );
  const told = { silent_since: null, watched: true };
  expect(rows).toEqual([
    {
      ...told,
      number: 1,
      kind: 'levels',
      source: 'file',
      location: ham,
      last_heard_at: new Date('2026-03-01T10:00:00Z'),
      covers_until: new Date('2026-03-01T10:00:00Z'),
    },
    {
      ...told,
      number: 2,
      kind: 'orders',
      source: 'shopify',
      location: '',
      last_heard_at: new Date('2026-03-01T11:00:00Z'),
      covers_until: new Date('2026-02-28T13:00:00Z'),
    },
  ]);
  const counters = await client.query(`SELECT value FROM counter WHERE series = 'feed'`);
  expect(counters.rows).toEqual([{ value: 2 }]);
  // A replica of the previous release goes on adding locations.
  await client.query(
    `INSERT INTO location (workspace_id, id, code, name, kind, time_zone, position, stale_after_minutes)
     VALUES ($1, gen_random_uuid(), 'OSL', 'Oslo', 'store', 'UTC', 3, 60)`,
    [workspace],
  );
});
