import pg from 'pg';
import { foldVersion } from '../../src/features/shipments/fold/model.ts';

/** Scans of each parcel. */
export const scansEach = 5;

const threeYears = 3 * 365 * 86_400;

/** The n-th parcel's number, the first one 1: far from each other in the index, as carriers' are. */
export const numberOf = (n: number) => `BEN${String((n * 7_919) % 100_000_007).padStart(9, '0')}`;

const number = `'BEN' || lpad((n::bigint * 7919 % 100000007)::text, 9, '0')`;
const id = (kind: string) => `('01900000-0000-7000-8${kind}00-' || lpad(to_hex(n), 12, '0'))::uuid`;

/**
 * Fills a workspace with parcels of three years that a source told of: the last fiftieth is on its way, late, at risk, delayed or
 * silent in turn, the others were delivered. Indexes are made afterwards: that takes half the time.
 */
export async function fillParcels(
  connection: pg.ClientConfig,
  {
    workspaceId,
    parcels,
    now,
  }: { readonly workspaceId: string; readonly parcels: number; readonly now: Date },
): Promise<void> {
  const client = new pg.Client(connection);
  await client.connect();
  try {
    const workspace = `'${workspaceId}'::uuid`;
    const present = `'${now.toISOString()}'::timestamptz`;
    const began = `(${present} - interval '1 day' - n * interval '1 second' * ${Math.ceil(threeYears / parcels)})`;
    const isOpen = `n <= ${Math.ceil(parcels / 50)}`;
    const done = `CASE WHEN NOT (${isOpen}) THEN ${began} + interval '20 hours' END`;
    await client.query(`SET maintenance_work_mem = '256MB'`);
    const indexes = await client.query<{ name: string; definition: string }>(
      `SELECT indexname AS name, indexdef AS definition FROM pg_indexes WHERE schemaname = 'public' AND tablename LIKE 'shipment%'
       AND indexdef LIKE 'CREATE INDEX %'`,
    );
    for (const { name } of indexes.rows) await client.query(`DROP INDEX "${name}"`);
    const from = `FROM generate_series(1, ${parcels}) AS n`;
    await client.query(
      `INSERT INTO shipment_number (workspace_id, key, series_id) SELECT ${workspace}, ${number}, ${id('1')} ${from}`,
    );
    await client.query(
      `INSERT INTO shipment (workspace_id, id, series_id, tracking, direction, carrier_said, to_country, zone, zone_source, status, fault,
         place_city, place_country, began_at, scanned_at, handed_over_at, delivered_at, ended_at, eta_until, promise_until, promise_by,
         original_until, came_late, at_risk, trouble_at, value_minor, currency, orders, lane, scan_due_at, said_at, fold_version, updated_at)
       SELECT ${workspace}, ${id('2')}, ${id('1')}, ${number}, 'outbound', (ARRAY['DHL', 'UPS', 'GLS'])[1 + n % 3], 'DE', 'Europe/Berlin',
         'country', CASE WHEN ${isOpen} THEN (ARRAY['in_transit', 'delayed', 'delivery_failed', 'return_to_sender'])[1 + n % 4] ELSE 'delivered' END,
         'none', 'Hanover', 'DE', ${began}, ${began} + interval '20 hours', ${began}, ${done}, ${done}, ${began} + interval '48 hours',
         ${began} + (n % 3) * interval '20 hours', 'order', ${began} + (n % 3) * interval '20 hours', CASE WHEN NOT (${isOpen}) THEN n % 3 = 0 END,
         ${isOpen} AND n % 3 > 0, CASE WHEN n % 40 = 1 THEN ${began} + interval '1 hour' END, 2000, 'EUR', 1, 'HAM → DE ' || (10 + n % 80),
         CASE WHEN ${isOpen} THEN ${began} + interval '72 hours' END, ${began} + interval '20 hours', ${foldVersion}, ${began} ${from}`,
    );
    await client.query(
      `INSERT INTO shipment_event (workspace_id, series_id, source, event_key, at, status, code, place_city, place_country, lifts)
       SELECT ${workspace}, ${id('1')}, 'bench', 'k' || k, ${began} + k * interval '5 hours',
         CASE WHEN k = ${scansEach - 1} AND NOT (${isOpen}) THEN 'delivered' ELSE 'in_transit' END, 'scan', 'Hanover', 'DE', false
       ${from}, generate_series(0, ${scansEach - 1}) AS k`,
    );
    await client.query(
      `INSERT INTO shipment_word (workspace_id, series_id, source, said_at, hash, tracking, formerly, about)
       SELECT ${workspace}, ${id('1')}, 'bench', ${began}, md5(n::text), ${number}, '{}', '{"carrier": "DHL"}'::jsonb ${from}`,
    );
    for (const { definition } of indexes.rows) await client.query(definition);
    await client.query('VACUUM ANALYZE');
  } finally {
    await client.end();
  }
}
