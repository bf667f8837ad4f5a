import pg from 'pg';
import { foldVersion } from '../../src/features/orders/fold/model.ts';
import { code, id as idIn } from './values.ts';

/** Days that the orders are spread over. */
const days = 365;
/** Every so many are cancelled, come back in part, or leave in part. */
const every = { cancelled: 40, returned: 12, parted: 25 } as const;

const id = (kind: string, n = 'n') =>
  `('01900000-0000-7000-9${kind}00-' || lpad(to_hex(${n}), 12, '0'))::uuid`;
/** A number below `of` that looks like chance. */
const some = (of: number, salt: number) => `(n::bigint * ${salt} % ${of})`;

/**
 * Fills a workspace with a year of orders, with their promises, lines, parcels and returns: as the fold would leave them. One in
 * forty is cancelled, one in twelve comes back in part. Indexes are made afterwards: that takes half the time.
 */
export async function fillSold(
  connection: pg.ClientConfig,
  {
    workspaceId,
    orders,
    skus,
    now,
  }: {
    readonly workspaceId: string;
    readonly orders: number;
    readonly skus: number;
    readonly now: Date;
  },
): Promise<void> {
  const client = new pg.Client(connection);
  await client.connect();
  try {
    await client.query('SET session_replication_role = replica');
    await client.query(`SET maintenance_work_mem = '256MB'`);
    const indexes = await client.query<{ name: string; definition: string }>(
      `SELECT indexname AS name, indexdef AS definition FROM pg_indexes WHERE schemaname = 'public' AND indexdef LIKE 'CREATE INDEX %'
       AND tablename = ANY('{order,order_line,order_promise,fulfilment,fulfilment_line,refund,refund_line}')`,
    );
    for (const { name } of indexes.rows) await client.query(`DROP INDEX "${name}"`);
    const present = `'${now.toISOString()}'::timestamptz`;
    for (const statement of statements({ workspace: `'${workspaceId}'::uuid`, present, orders, skus }))
      await client.query(statement);
    for (const { definition } of indexes.rows) await client.query(definition);
    await client.query('SET session_replication_role = DEFAULT');
    await client.query('VACUUM ANALYZE');
  } finally {
    await client.end();
  }
}

function statements({
  workspace,
  present,
  orders,
  skus,
}: Readonly<Record<'workspace' | 'present', string>> & {
  readonly orders: number;
  readonly skus: number;
}): readonly string[] {
  const past = (moment: string) => `CASE WHEN ${moment} < ${present} THEN ${moment} END`;
  const isCancelled = `n % ${every.cancelled} = 0`;
  // Each order's moments, once for all tables.
  const lived = `
    SELECT n, placed, ${isCancelled} AS cancelled,
      CASE WHEN NOT (${isCancelled}) THEN ${past('handed')} END AS handed,
      CASE WHEN NOT (${isCancelled}) THEN ${past('delivered')} END AS delivered
    FROM (
      SELECT n, placed, handed, handed + interval '20 hours' + ${some(6_000, 104_729)} * interval '1 minute' AS delivered
      FROM (
        SELECT n, placed, placed + interval '1 hour' + ${some(5_000, 7_919)} * interval '1 minute' AS handed
        FROM (SELECT n, ${present} - (${orders} - n) * (interval '${days} days' / ${orders}) AS placed
          FROM generate_series(1, ${orders}) n) AS began) AS left_then) AS all_of`;
  const lines = `generate_series(0, n % 3) AS k`;
  const pieces = `1 + (n + k) % 4`;
  return [
    `INSERT INTO "order" (workspace_id, id, number, number_key, kind, channel, currency, stage, placed_at, paid_at, handed_over_at,
       delivered_at, cancelled_at, cancelled_by, on_hold, ship_by, location_id, ship_country, ship_zone, zone_source, service, source,
       updated_at, said_at, fold_version)
     SELECT ${workspace}, ${id('0')}, '#S' || n, 'S' || n, 'sale', (ARRAY['web', 'amazon', 'shops', 'phone'])[1 + n % 4], 'EUR',
       CASE WHEN cancelled THEN 'cancelled' WHEN delivered IS NOT NULL THEN 'delivered' WHEN handed IS NOT NULL THEN 'handed_over' ELSE 'paid' END,
       placed, placed, handed, delivered, CASE WHEN cancelled THEN placed + interval '30 minutes' END, CASE WHEN cancelled THEN 'customer' END,
       false, placed + interval '2 days', ${idIn('location', '1 + n % 4')}, (ARRAY['DE', 'FR', 'NL', 'GB', 'AT', 'IT'])[1 + n % 6],
       (ARRAY['Europe/Berlin', 'Europe/Paris', 'Europe/Amsterdam', 'Europe/London', 'Europe/Vienna', 'Europe/Rome'])[1 + n % 6], 'country',
       (ARRAY['Standard', 'Express'])[1 + n % 5 / 4], 'bench', ${present}, ${present}, ${foldVersion}
     FROM (${lived}) AS one`,
    `INSERT INTO order_promise (workspace_id, order_id, ordinal, kind, "on", zone, until, told_at, source)
     SELECT ${workspace}, ${id('0')}, 1, 'date', promised, 'Europe/Berlin', (promised + 1)::timestamp AT TIME ZONE 'Europe/Berlin', placed, 'channel'
     FROM (${lived}) AS one, LATERAL (SELECT (placed AT TIME ZONE 'Europe/Berlin')::date + 5 AS promised) AS told`,
    `INSERT INTO order_line (workspace_id, order_id, ordinal, line_key, sku_id, code, title, kind, original_quantity, due_quantity, ordered,
       allocated, picked, labelled, shipped, delivered, cancelled, refunded, open, ship_by, unit_price_minor, placed_at)
     SELECT ${workspace}, ${id('0')}, k, 'n:' || k, ${idIn('sku', sku(skus))}, ${code(sku(skus))}, 'As ordered', 'goods', units, units, units,
       0, 0, 0, CASE WHEN handed IS NULL THEN 0 ELSE units END, CASE WHEN delivered IS NULL THEN 0 ELSE units END,
       CASE WHEN cancelled THEN units ELSE 0 END, 0, 0, placed + interval '2 days', 900 + k * 250, placed
     FROM (${lived}) AS one, ${lines}, LATERAL (SELECT ${pieces} AS units) AS has`,
    `INSERT INTO fulfilment (workspace_id, id, order_id, source, external_id, state, tracking, tracking_keys, handed_over_at, delivered_at)
     SELECT ${workspace}, ${id('1')}, ${id('0')}, 'bench', 'p' || n, CASE WHEN delivered IS NULL THEN 'handed_over' ELSE 'delivered' END,
       '{}', '{}', handed, delivered FROM (${lived}) AS one WHERE handed IS NOT NULL`,
    `INSERT INTO fulfilment_line (workspace_id, fulfilment_id, line_key, order_id, quantity)
     SELECT ${workspace}, ${id('1')}, 'n:' || k, ${id('0')}, greatest(0, ${pieces} - CASE WHEN n % ${every.parted} = 0 AND k = 0 THEN 1 ELSE 0 END)
     FROM (${lived}) AS one, ${lines} WHERE handed IS NOT NULL`,
    `INSERT INTO refund (workspace_id, order_id, source, external_id, at, amount_minor)
     SELECT ${workspace}, ${id('0')}, 'bench', 'r' || n, delivered + interval '5 days', 900 FROM (${lived}) AS one
     WHERE delivered IS NOT NULL AND n % ${every.returned} = 0`,
    `INSERT INTO refund_line (workspace_id, order_id, source, external_id, line_key, quantity, amount_minor, restock)
     SELECT ${workspace}, ${id('0')}, 'bench', 'r' || n, 'n:0', 1, 900, 'return' FROM (${lived}) AS one
     WHERE delivered IS NOT NULL AND n % ${every.returned} = 0`,
  ];
}

const sku = (skus: number) => `(1 + (n::bigint * 3 + k) * 7919 % ${skus})::bigint`;
