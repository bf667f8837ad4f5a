import { expect, test } from 'vitest';
import { databaseBefore } from '../../test/harness/before-migration.ts';

const id = (n: number) => `01961b1c-0000-7000-8000-${String(n).padStart(12, '0')}`;
const [shop, mug, lamp, ham] = [id(1), id(101), id(102), id(103)];

test('lines that do not count leave their days, and what the sample wrote into the ledger is booked', async () => {
  const { client, upgrade } = await databaseBefore('20261127090551_booked_orders');
  await client.query(
    `INSERT INTO workspace (id, slack_team_id, name, time_zone, currency, created_at)
     VALUES ($1, 'T1', 'One', 'Europe/Berlin', 'EUR', '2026-01-01')`,
    [shop],
  );
  const placed = '2026-03-01T23:30:00Z';
  // Source, SKU, counted, allocated, handed over, cancelled.
  const orders = [
    ['import', mug, true, null, null, null],
    ['import', mug, false, null, null, null],
    ['import', lamp, false, null, null, null],
    ['seed', mug, true, '2026-03-02T00:30:00Z', null, null],
    ['seed', mug, true, '2026-03-02T00:30:00Z', '2026-03-02T14:30:00Z', null],
    ['seed', mug, true, null, null, '2026-03-02T00:20:00Z'],
    // Not allocated: the ledger has nothing of it.
    ['seed', mug, true, null, null, null],
  ] as const;
  for (const [n, [source, sku, counted, allocated, handedOver, cancelled]] of orders.entries()) {
    await client.query(
      `INSERT INTO "order" (workspace_id, id, number, number_key, kind, channel, currency, stage, placed_at, allocated_at,
         handed_over_at, cancelled_at, on_hold, source, updated_at, location_id)
       VALUES ($1, $2, $3, $3, 'sale', 'shopify', 'EUR', 'placed', $4, $5, $6, $7, false, $8, $4, $9)`,
      [shop, id(200 + n), String(n), placed, allocated, handedOver, cancelled, source, ham],
    );
    await client.query(
      `INSERT INTO order_line (workspace_id, order_id, ordinal, line_key, sku_id, code, title, kind, original_quantity,
         due_quantity, ordered, allocated, picked, shipped, cancelled, refunded, counted, unit_price_minor, placed_at)
       VALUES ($1, $2, 1, 'n:1', $3, 'MUG-01', 'A mug', 'goods', 2, 2, 2, 0, 0, $4, $5, 0, $6, 900, $7)`,
      [shop, id(200 + n), sku, handedOver ? 2 : 0, cancelled ? 2 : 0, counted, placed],
    );
  }
  await client.query(
    `INSERT INTO sku_day (workspace_id, sku_id, day, ordered, cancelled, shipped)
     VALUES ($1, $2, '2026-03-02', 12, 2, 2), ($1, $3, '2026-03-02', 2, 0, 0)`,
    [shop, mug, lamp],
  );
  await upgrade();
  const days = await client.query<Record<string, string>>(
    `SELECT sku_id, day::text, ordered::text, cancelled::text, shipped::text FROM sku_day`,
  );
  expect(days.rows.map((row) => Object.values(row))).toEqual([[mug, '2026-03-02', '10', '2', '2']]);
  const booked = await client.query<{
    number: string;
    what: string;
    part: string;
    hour: string;
    quantity: number;
  }>(
    `SELECT o.number, b.what, b.part, to_char(b.at AT TIME ZONE 'UTC', 'DD HH24:MI') AS hour, b.quantity
     FROM order_booking b JOIN "order" o ON o.id = b.order_id ORDER BY 1, 2`,
  );
  expect(booked.rows.map((row) => Object.values(row))).toEqual([
    ['3', 'allocate', ham, '01 23:30', 2],
    ['4', 'allocate', ham, '01 23:30', 2],
    ['4', 'ship', '', '02 14:30', 2],
    ['5', 'allocate', ham, '01 23:30', 2],
    ['5', 'release', ham, '02 00:20', 2],
  ]);
});
