import pg from 'pg';
import { memberId, members, teamId } from './slack.ts';

/** The code of the n-th SKU, from 1. */
export const codeOf = (n: number) => `BEN-${String(n).padStart(7, '0')}`;

/** A busy day: an open issue about every 50th SKU, and an approval that waits about every 100th. */
export const mentioned = { everyIssue: 50, everyApproval: 100 } as const;

// Ids that grow with the row, as uuid v7 does.
const id = (kind: number, n: string) =>
  `('01900000-0000-7000-800${kind}-' || lpad(to_hex(${n}), 12, '0'))::uuid`;
const code = (n: string) => `'BEN-' || lpad((${n})::text, 7, '0')`;

/**
 * A shop of `skus` SKUs: levels in two to four of four locations, two ledger legs and three order lines per SKU. The
 * lines are stored in order of placement, and so scattered over the SKUs. Some have an open issue, and some an approval
 * that waits. The values are our own, never a person's.
 */
function statements(workspaceId: string, skus: number, at: Date): readonly string[] {
  const ws = `'${workspaceId}'::uuid`;
  const now = `'${at.toISOString()}'::timestamptz`;
  const { everyIssue, everyApproval } = mentioned;
  const entries = skus / 10;
  const orders = (skus * 3) / 5;
  const entry = `1 + ((n - 1) + (n - 1) / ${skus} * 7) % ${entries}`;
  const sold = `1 + (o * 5 + k) * 7919 % ${skus}`;
  return [
    `INSERT INTO location (workspace_id, id, code, name, kind, time_zone, position, stale_after_minutes)
     SELECT ${ws}, ${id(1, 'n')}, 'L' || n, (ARRAY['Hamburg', 'Rotterdam', 'Leeds', 'Lyon'])[n], 'warehouse', 'Europe/Berlin', n, 1440
     FROM generate_series(1, 4) n`,
    `INSERT INTO feed (workspace_id, id, number, kind, source, location, created_at, last_heard_at, covers_until, written_at)
     SELECT ${ws}, ${id(9, 'n')}, n, CASE WHEN n > 4 THEN 'orders' ELSE 'levels' END, 'bench',
       CASE WHEN n > 4 THEN '' ELSE (${id(1, 'n')})::text END, ${now}, ${now}, ${now} - interval '5 minutes', ${now}
     FROM generate_series(1, 5) n`,
    `INSERT INTO sku (workspace_id, id, code, code_key, title, barcode, category, supplier, currency, reorder_point, listed, source, updated_at)
     SELECT ${ws}, ${id(2, 'n')}, ${code('n')}, ${code('n')},
       (ARRAY['Stoneware mug', 'Desk lamp', 'Linen towel', 'Oak tray', 'Glass jar'])[1 + n % 5] || ' ' ||
       (ARRAY['blue', 'green', 'white', 'amber', 'slate', 'coral', 'plum'])[1 + n % 7] || ' ' || n,
       (4000000000000 + n)::text, 'Home', 'Supplier ' || n % 40, 'EUR', n % 30, true, 'bench', ${now}
     FROM generate_series(1, ${skus}) n`,
    `INSERT INTO sku_alias (workspace_id, channel, alias_key, sku_id, alias)
     SELECT ${ws}, 'amazon', 'AMZ-' || n, ${id(2, 'n')}, 'AMZ-' || n FROM generate_series(10, ${skus}, 10) n`,
    `INSERT INTO level (workspace_id, sku_id, location_id, bucket, quantity, data_fault, expected_on, counted_at, updated_at)
     SELECT ${ws}, ${id(2, 'n')}, ${id(1, 'l')}, bucket,
       CASE bucket WHEN 'available' THEN 20 + (n * 7 + l * 13) % 1400 ELSE 1 + (n + l) % 60 END, false,
       CASE WHEN bucket = 'incoming' THEN (${now} + interval '9 days')::date END,
       CASE WHEN bucket = 'available' THEN ${now} - interval '20 days' END, ${now}
     FROM generate_series(1, ${skus}) n CROSS JOIN LATERAL generate_series(1, 2 + n % 3) l
       CROSS JOIN unnest(ARRAY['available', 'committed', 'incoming']) bucket
     WHERE bucket = 'available' OR (bucket = 'committed' AND l = 1) OR (bucket = 'incoming' AND l = 2 AND n % 2 = 0)`,
    `INSERT INTO ledger_entry (workspace_id, id, cause, actor_kind, actor_id, occurred_at, recorded_at)
     SELECT ${ws}, ${id(3, 'n')}, CASE WHEN n % 2 = 0 THEN 'receipt' ELSE 'adjustment' END, 'system', 'bench',
       ${now} - n % 40 * interval '1 day', ${now}
     FROM generate_series(1, ${entries}) n`,
    `INSERT INTO ledger_leg (workspace_id, entry_id, ordinal, sku_id, location_id, bucket, quantity, occurred_at)
     SELECT ${ws}, ${id(3, entry)}, (n - 1) / ${entries} + 1, ${id(2, `1 + n % ${skus}`)}, ${id(1, '1 + n % 2')}, 'available',
       1 + n % 50, ${now} - (${entry}) % 40 * interval '1 day'
     FROM generate_series(1, ${skus * 2}) n`,
    `INSERT INTO "order" (workspace_id, id, number, number_key, kind, channel, currency, stage, placed_at, on_hold, source, updated_at)
     SELECT ${ws}, ${id(4, 'o')}, '#' || o, o::text, 'sale', 'web', 'EUR', 'delivered',
       ${now} - (${orders} - o) * interval '60 days' / ${orders}, false, 'bench', ${now}
     FROM generate_series(1, ${orders}) o`,
    `INSERT INTO order_line (workspace_id, order_id, ordinal, sku_id, code, title, kind, ordered, allocated, picked, shipped, cancelled, refunded, unit_price_minor, placed_at)
     SELECT ${ws}, ${id(4, 'o')}, k, ${id(2, sold)}, ${code(sold)}, 'As ordered', 'goods', 1 + k, 0, 0, 1 + k, 0, 0, 900,
       ${now} - (${orders} - o) * interval '60 days' / ${orders}
     FROM generate_series(1, ${orders}::bigint) o CROSS JOIN generate_series(0, 4) k`,
    `INSERT INTO sku_day (workspace_id, sku_id, day, ordered, cancelled, shipped)
     SELECT l.workspace_id, l.sku_id, (l.placed_at AT TIME ZONE w.time_zone)::date, sum(l.ordered), sum(l.cancelled), sum(l.shipped)
     FROM order_line l JOIN workspace w ON w.id = l.workspace_id GROUP BY 1, 2, 3`,
    `INSERT INTO issue (workspace_id, id, number, kind, severity, department, title, state, owner_id, taken_at, promise_at, source, place, copies, created_at)
     SELECT ${ws}, ${id(6, 'n')}, n / ${everyIssue}, 'stock', 'high', 'warehouse', 'Shelf label is missing', 'on it', ${id(5, '1')}, ${now}, ${now} + interval '4 hours',
       'command', 'C0BENCH001', ARRAY[]::text[], ${now}
     FROM generate_series(${everyIssue}, ${skus}, ${everyIssue}) n`,
    `INSERT INTO issue_link (workspace_id, issue_id, what, ref, label)
     SELECT ${ws}, ${id(6, 'n')}, 'sku', ${id(2, 'n')}::text, ${code('n')}
     FROM generate_series(${everyIssue}, ${skus}, ${everyIssue}) n`,
    `INSERT INTO approval (workspace_id, id, number, kind, request, facts, subject, quantity, requester_id, requested_at, state, round,
       stage, policy_version, policy, asked_at, reminders)
     SELECT ${ws}, ${id(7, 'n')}, n / ${everyApproval}, 'stock.adjustment',
       jsonb_build_object('skuId', ${id(2, 'n')}, 'locationId', ${id(1, '1')}, 'quantity', -30, 'cause', 'lost'),
       jsonb_build_object('code', ${code('n')}, 'title', 'A thing', 'location', 'Hamburg', 'locationCode', 'L1', 'available', 79,
         'damaged', 0, 'availableInAll', 280, 'recentUnits', 12, 'unitCost', '457', 'currency', 'EUR'),
       ${id(2, 'n')}::text, 30, ${id(5, '2')}, ${now}, 'waiting', 1, 0, 0,
       '{"rule": "adjustment", "breakGlass": false, "stages": [{"needs": 1, "of": {"role": "lead", "department": null, "people": []}}]}'::jsonb,
       ${now}, 0
     FROM generate_series(${everyApproval}, ${skus}, ${everyApproval}) n`,
  ];
}

const enrol = `
  WITH asked AS (SELECT slack, ${id(5, 'n')} AS id FROM unnest($2::text[]) WITH ORDINALITY AS u(slack, n)),
    people AS (
      INSERT INTO person (workspace_id, id, name, time_zone, roles, departments, created_at)
      SELECT $1::uuid, id, 'Person ' || slack, 'Europe/Berlin', ARRAY['viewer'], ARRAY[]::text[], $3::timestamptz FROM asked)
  INSERT INTO member (workspace_id, slack_user_id, slack_team_id, person_id, kind, slack_admin, deactivated, refreshed_at)
  SELECT $1::uuid, slack, '${teamId}', id, 'full', false, false, $3::timestamptz FROM asked`;

/** Fills the one workspace of a migrated database, adds members and updates the planner's statistics. */
export async function fill(connection: pg.ClientConfig, skus: number): Promise<void> {
  const client = new pg.Client(connection);
  await client.connect();
  try {
    const { rows } = await client.query<{ id: string }>('SELECT id FROM workspace');
    const workspaceId = rows[0]?.id ?? '';
    const now = new Date();
    // The generated rows are consistent; checking every foreign key would take most of the time.
    await client.query('SET session_replication_role = replica');
    const indexes = await client.query<{ name: string; definition: string }>(
      `SELECT indexname AS name, indexdef AS definition FROM pg_indexes WHERE schemaname = 'public' AND indexdef LIKE 'CREATE INDEX %'`,
    );
    for (const { name } of indexes.rows) await client.query(`DROP INDEX "${name}"`);
    for (const statement of statements(workspaceId, skus, now)) await client.query(statement);
    await client.query(enrol, [workspaceId, Array.from({ length: members }, (_, n) => memberId(n)), now]);
    for (const { definition } of indexes.rows) await client.query(definition);
    await client.query('SET session_replication_role = DEFAULT');
    await client.query('VACUUM ANALYZE');
  } finally {
    await client.end();
  }
}
