import { expect, test } from 'vitest';
import { databaseBefore } from '../../test/harness/before-migration.ts';

const workspace = '01961b1c-0000-7000-8000-000000000000';
const id = (n: number) => `01961b1c-0000-7000-8000-${String(n).padStart(12, '0')}`;
const ham = id(9_001);
const day = (time: string) => `2026-03-01T${time}:00Z`;

test('the spans without stock, and those of sale, follow from the ledger that is there', async () => {
  const { client, upgrade } = await databaseBefore('20261126181553_stock_spans');
  await client.query(
    `INSERT INTO location (workspace_id, id, code, name, kind, time_zone, position, stock_source, stale_after_minutes)
     VALUES ($1, $2, 'HAM', 'Hamburg', 'warehouse', 'UTC', 1, 'none', 60)`,
    [workspace, ham],
  );
  // The second is not listed; the third was stated as nothing and has no movement.
  for (const [n, listed] of [
    [1, true],
    [2, false],
    [3, true],
  ] as const)
    await client.query(
      `INSERT INTO sku (workspace_id, id, code, code_key, title, currency, listed, source, updated_at)
       VALUES ($1, $2, $3, $3, 'A product', 'EUR', $4, 'test', '2026-01-01')`,
      [workspace, id(n), `SKU-${n}`, listed],
    );
  const moves = [
    [1, '08:00', 5],
    [1, '09:00', -5],
    [1, '10:00', 2],
    [1, '11:00', -2],
    [2, '08:00', 3],
  ] as const;
  for (const [index, [n, time, quantity]] of moves.entries()) {
    const entry = id(100 + index);
    await client.query(
      `INSERT INTO ledger_entry (workspace_id, id, cause, actor_kind, actor_id, occurred_at, recorded_at)
       VALUES ($1, $2, 'receipt', 'system', 'test', $3, $3)`,
      [workspace, entry, day(time)],
    );
    await client.query(
      `INSERT INTO ledger_leg (workspace_id, entry_id, ordinal, sku_id, location_id, bucket, quantity, occurred_at)
       VALUES ($1, $2, 1, $3, $4, 'available', $5, $6)`,
      [workspace, entry, id(n), ham, quantity, day(time)],
    );
  }
  for (const [n, quantity] of [
    [1, 0],
    [2, 3],
    [3, 0],
  ])
    await client.query(
      `INSERT INTO level (workspace_id, sku_id, location_id, bucket, quantity, data_fault, updated_at)
       VALUES ($1, $2, $3, 'available', $4, false, $5)`,
      [workspace, id(n ?? 0), ham, quantity, day('12:00')],
    );
  await upgrade();
  const spans = async (table: string) => {
    const { rows } = await client.query(`SELECT sku_id, since, until FROM ${table} ORDER BY sku_id, since`);
    return rows.map(({ sku_id, since, until }) => [sku_id, since, until]);
  };
  const at = (time: string) => new Date(day(time));
  expect(await spans('stockout_span')).toEqual([
    [id(1), at('09:00'), at('10:00')],
    [id(1), at('11:00'), null],
    [id(3), at('12:00'), null],
  ]);
  expect(await spans('listed_span')).toEqual([
    [id(1), at('08:00'), null],
    [id(2), at('08:00'), at('08:00')],
    [id(3), at('12:00'), null],
  ]);
});
