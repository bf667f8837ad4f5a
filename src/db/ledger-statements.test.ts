import { expect, test } from 'vitest';
import { databaseBefore } from '../../test/harness/before-migration.ts';

const workspace = '01961b1c-0000-7000-8000-000000000000';
const id = (n: number) => `01961b1c-0000-7000-8000-${String(n).padStart(12, '0')}`;
const [ham, nyc] = [id(9_001), id(9_002)];

test('the numbers known for a location become statements as of their moment, a thousand SKUs a row', async () => {
  const { client, upgrade } = await databaseBefore('20261126151643_ledger_statements');
  await client.query(
    `INSERT INTO location (workspace_id, id, code, name, kind, time_zone, position, stock_source, stock_as_of, stale_after_minutes)
     VALUES ($1, $2, 'HAM', 'Hamburg', 'warehouse', 'UTC', 1, 'import', '2026-03-01T10:00:00Z', 60),
       ($1, $3, 'NYC', 'New York', 'warehouse', 'UTC', 2, 'none', NULL, 60)`,
    [workspace, ham, nyc],
  );
  await client.query(
    `INSERT INTO sku (workspace_id, id, code, code_key, title, currency, listed, source, updated_at)
     SELECT $1, ('01961b1c-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, 'SKU-' || n, 'SKU-' || n, 'A product', 'EUR', true,
       'test', '2026-01-01' FROM generate_series(1, 1001) AS n`,
    [workspace],
  );
  await client.query(
    `INSERT INTO level (workspace_id, sku_id, location_id, bucket, quantity, data_fault, updated_at)
     SELECT $1, s.id, l.id, b, 0, false, '2026-03-01' FROM sku s CROSS JOIN location l
     CROSS JOIN UNNEST(ARRAY['available', 'damaged']) AS b`,
    [workspace],
  );
  await upgrade();
  const { rows } = await client.query(
    `SELECT location_id, as_of, source, cardinality(buckets) AS buckets, cardinality(sku_ids) AS skus, sku_ids[1] AS first
     FROM level_run ORDER BY first`,
  );
  const run = { location_id: ham, as_of: new Date('2026-03-01T10:00:00Z'), source: 'import', buckets: 7 };
  expect(rows).toEqual([
    { ...run, skus: 1_000, first: id(1) },
    { ...run, skus: 1, first: id(1_001) },
  ]);
});
