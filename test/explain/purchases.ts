import type pg from 'pg';

/** Purchase lines of many years: of 20,000 each fiftieth is still to come, of each hundredth the days contradict each other. */
export async function fillPurchases(pool: pg.Pool, workspaceId: string, now: Date): Promise<void> {
  const id = `(lpad(to_hex(n), 8, '0') || '-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid`;
  await pool.query(
    `INSERT INTO purchase_line (workspace_id, id, source, line_key, po, po_key, supplier, supplier_key, mode, code, code_key,
       sku_id, ordered, received, sent_on, promised_on, told_on, expected_on, delivered_on, cancelled, open, value_minor, currency,
       faults, said_at, updated_at)
     SELECT $1::uuid, ${id}, 'erp', n || ' 1', n::text, n::text, 'Supplier ' || n % 60, 'SUPPLIER ' || n % 60, 'Air',
       s.code, s.code_key, s.id, 40, 0, day - 60, day, day, day, CASE WHEN n % 50 > 0 THEN day END, false, n % 50 = 0, 58000, 'EUR',
       CASE WHEN n % 100 = 1 THEN ARRAY['delivered before sent'] ELSE '{}' END, $2::timestamptz, $2::timestamptz
     FROM (SELECT row_number() OVER (ORDER BY id)::int AS n, id, code, code_key FROM sku WHERE workspace_id = $1::uuid ORDER BY id LIMIT 20000) s
     CROSS JOIN LATERAL (SELECT $2::date + (n % 50 = 0)::int * (n / 50 % 30) - (n % 50 > 0)::int * (n % 3000) AS day) d`,
    [workspaceId, now.toISOString()],
  );
  await pool.query(
    `INSERT INTO expected_receipt (workspace_id, id, kind, sku_id, ref, sender, quantity, received, expected_on, promised_on, updated_at)
     SELECT workspace_id, id, 'purchase', sku_id, 'PO ' || po, supplier, ordered, received, expected_on, promised_on, updated_at
     FROM purchase_line WHERE workspace_id = $1::uuid AND open`,
    [workspaceId],
  );
  await pool.query('ANALYZE purchase_line, expected_receipt');
}
