import { expect, test } from 'vitest';
import { databaseBefore } from '../../test/harness/before-migration.ts';

const id = (n: number) => `01961b1c-0000-7000-8000-${String(n).padStart(12, '0')}`;
const [berlin, auckland, mug, lamp] = [id(1), id(2), id(101), id(102)];

test('what was ordered before is counted by day, by the clocks of each workspace', async () => {
  const { client, upgrade } = await databaseBefore('20261126212357_sku_day');
  await client.query(
    `INSERT INTO workspace (id, slack_team_id, name, time_zone, currency, created_at)
     VALUES ($1, 'T1', 'One', 'Europe/Berlin', 'EUR', '2026-01-01'), ($2, 'T2', 'Two', 'Pacific/Auckland', 'NZD', '2026-01-01')`,
    [berlin, auckland],
  );
  // Workspace, SKU, placed at, ordered, cancelled, shipped.
  const lines = [
    [berlin, mug, '2026-03-28T22:59:00Z', 1, 0, 1],
    [berlin, mug, '2026-03-28T23:00:00Z', 2, 1, 0],
    [berlin, mug, '2026-03-29T21:59:00Z', 4, 0, 0],
    [berlin, mug, '2026-03-29T22:00:00Z', 8, 0, 0],
    [berlin, lamp, '2026-03-01T10:00:00Z', 2_000_000_000, 0, 0],
    [berlin, lamp, '2026-03-01T11:00:00Z', 2_000_000_000, 0, 0],
    // A credit's line, and one whose code nobody knows.
    [berlin, lamp, '2026-03-02T10:00:00Z', 0, 0, 0],
    [berlin, null, '2026-03-02T10:00:00Z', 5, 0, 0],
    [auckland, mug, '2026-03-28T12:00:00Z', 16, 0, 0],
  ] as const;
  for (const [n, [workspace, sku, at, ordered, cancelled, shipped]] of lines.entries()) {
    await client.query(
      `INSERT INTO "order" (workspace_id, id, number, number_key, kind, channel, currency, stage, placed_at, on_hold, source, updated_at)
       VALUES ($1, $2, $3, $3, 'sale', 'shopify', 'EUR', 'placed', $4, false, 'import', $4)`,
      [workspace, id(200 + n), String(n), at],
    );
    await client.query(
      `INSERT INTO order_line (workspace_id, order_id, ordinal, sku_id, code, title, kind, ordered, allocated, picked, shipped,
         cancelled, refunded, unit_price_minor, placed_at)
       VALUES ($1, $2, 1, $3, 'MUG-01', 'A mug', 'goods', $4, 0, 0, $5, $6, 0, 900, $7)`,
      [workspace, id(200 + n), sku, ordered, shipped, cancelled, at],
    );
  }
  await upgrade();
  const { rows } = await client.query<Record<string, string>>(
    `SELECT workspace_id, sku_id, day::text, ordered::text, cancelled::text, shipped::text FROM sku_day ORDER BY 1, 2, 3`,
  );
  expect(rows.map((row) => Object.values(row))).toEqual([
    [berlin, mug, '2026-03-28', '1', '0', '1'],
    [berlin, mug, '2026-03-29', '6', '1', '0'],
    [berlin, mug, '2026-03-30', '8', '0', '0'],
    [berlin, lamp, '2026-03-01', '4000000000', '0', '0'],
    [auckland, mug, '2026-03-29', '16', '0', '0'],
  ]);
});
