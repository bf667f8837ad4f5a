import type { Tx } from '../../src/core/runtime/database.ts';
import { Prisma } from '../../src/db/generated/client.ts';
import { writes } from '../../src/db/scope.ts';
import { idOf, roll, type SeedPlan } from './sql.ts';

const key = (what: string) => Prisma.sql`${what}::text || number`;

/**
 * A year of orders: more on Mondays than on Saturdays, most before Christmas. Handed over at half past three on the
 * next weekday, one in twelve days later than that; milestones after `now` are left out.
 */
export async function seedOrders(tx: Tx, { until, now }: SeedPlan): Promise<void> {
  const { workspaceId } = tx;
  await writes(tx).$executeRaw`
    WITH day AS (
      SELECT day::date AS day, round(38
        * (ARRAY[0.85, 1.25, 1.1, 1.0, 1.0, 0.95, 0.75])[extract(dow FROM day)::int + 1]
        * (ARRAY[0.75, 0.85, 0.9, 1.0, 1.0, 0.9, 0.85, 0.85, 1.0, 1.1, 1.6, 1.9])[extract(month FROM day)::int])::int AS orders
      FROM generate_series(${until}::date - 365, ${until}::date - 1, interval '1 day') AS day
    ), numbered AS (
      SELECT day, (10000 + row_number() OVER (ORDER BY day, n))::text AS number FROM day, generate_series(1, orders) AS n
    ), rolled AS (
      SELECT *, ${roll(key('channel'), 100)} AS channel_roll, ${roll(key('place'), 100)} AS place_roll,
        ${roll(key('fate'), 1000)} AS fate,
        (day + make_interval(mins => 420 + ${roll(key('minute'), 960)})) AT TIME ZONE 'Europe/Berlin' AS placed_at,
        -- The next day that is no weekend.
        day + (ARRAY[1, 1, 1, 1, 1, 3, 2])[extract(dow FROM day)::int + 1] AS ship_day,
        CASE WHEN ${roll(key('late'), 100)} < 8 THEN 1 + ${roll(key('days late'), 4)} ELSE 0 END AS days_late
      FROM numbered
    ), planned AS (
      SELECT *, (ship_day + days_late + time '15:30') AT TIME ZONE 'Europe/Berlin' AS handed_over,
        CASE WHEN channel_roll < 60 THEN 'shopify' WHEN channel_roll < 90 THEN 'amazon' ELSE 'store' END AS channel
      FROM rolled
    ), lived AS (
      SELECT *, CASE WHEN fate < 30 THEN placed_at + interval '50 minutes' END AS cancelled,
        CASE WHEN fate >= 35 THEN handed_over + make_interval(hours => 20 + ${roll(key('transit'), 76)}) END AS delivered,
        CASE WHEN channel = 'store' THEN 'NYC' WHEN channel = 'amazon' AND place_roll < 75 THEN 'AMZ'
          WHEN place_roll < 65 THEN 'HAM' ELSE 'ROT' END AS location
      FROM planned
    ), reached AS (
      SELECT *, least(cancelled, ${now}::timestamptz) AS ended,
        -- Of what is still open some wait for money or stock, and some are ahead of their time.
        CASE WHEN open AND fate % 20 = 0 THEN NULL ELSE placed_at + interval '6 minutes' END AS paid,
        CASE WHEN open AND fate % 20 < 3 THEN NULL ELSE placed_at + interval '70 minutes' END AS allocated,
        CASE WHEN open AND fate % 20 BETWEEN 3 AND 8 THEN placed_at + interval '2 hours' ELSE handed_over - interval '4 hours' END AS picked,
        CASE WHEN open AND fate % 20 BETWEEN 3 AND 5 THEN placed_at + interval '3 hours' ELSE handed_over - interval '2 hours' END AS packed
      FROM lived CROSS JOIN LATERAL (SELECT handed_over >= ${now}::timestamptz AS open) AS o
      WHERE placed_at < ${now}::timestamptz
    ), told AS (
      SELECT *, CASE WHEN paid < ended THEN paid END AS paid_at, CASE WHEN allocated < ended THEN allocated END AS allocated_at,
        CASE WHEN picked < ended THEN picked END AS picked_at, CASE WHEN packed < ended THEN packed END AS packed_at,
        CASE WHEN handed_over < ended THEN handed_over END AS handed_over_at,
        CASE WHEN delivered < ended THEN delivered END AS delivered_at,
        CASE WHEN cancelled < ${now}::timestamptz THEN cancelled END AS cancelled_at,
        CASE WHEN location = 'NYC' THEN 8 ELSE ${roll(key('country'), 7)} + 1 END AS country
      FROM reached
    )
    INSERT INTO "order" (workspace_id, id, number, number_key, kind, channel, currency, customer_reference, ship_to_country,
      stage, placed_at, paid_at, allocated_at, picked_at, packed_at, handed_over_at, delivered_at, cancelled_at, on_hold,
      ship_by, promised_by, promised_by_revised, location_id, source, updated_at, ship_country, ship_by_source, promise_source,
      said_at)
    SELECT ${workspaceId}::uuid, ${idOf(workspaceId, key('order:'))}, number, number, 'sale', channel, 'EUR',
      'C' || (1000 + ${roll(key('customer'), 6000)}),
      (ARRAY['Germany', 'Germany', 'Germany', 'Netherlands', 'France', 'Austria', 'Denmark', 'United States'])[country],
      CASE WHEN delivered_at IS NOT NULL THEN 'delivered' WHEN cancelled_at IS NOT NULL THEN 'cancelled'
        WHEN handed_over_at IS NOT NULL THEN 'handed_over' WHEN packed_at IS NOT NULL THEN 'packed'
        WHEN picked_at IS NOT NULL THEN 'picked' WHEN allocated_at IS NOT NULL THEN 'allocated'
        WHEN paid_at IS NOT NULL THEN 'paid' ELSE 'placed' END,
      placed_at, paid_at, allocated_at, picked_at, packed_at, handed_over_at, delivered_at, cancelled_at,
      handed_over_at IS NULL AND cancelled_at IS NULL AND fate % 25 = 7,
      (ship_day + time '18:00') AT TIME ZONE 'Europe/Berlin', (ship_day + 5) AT TIME ZONE 'Europe/Berlin', NULL,
      ${idOf(workspaceId, Prisma.sql`'location:' || location`)}, 'seed', ${now}::timestamptz,
      (ARRAY['DE', 'DE', 'DE', 'NL', 'FR', 'AT', 'DK', 'US'])[country], 'channel', 'channel',
      greatest(placed_at, paid_at, allocated_at, picked_at, packed_at, handed_over_at, delivered_at, cancelled_at)
    FROM told`;
  await writes(tx).$executeRaw`ANALYZE "order"`;
}

/** One to four lines each. A location sells only SKUs that it stocks; low SKU numbers sell best everywhere. */
export async function seedLines(tx: Tx): Promise<void> {
  const line = (what: string) => Prisma.sql`${what}::text || o.number || ':' || ordinal`;
  await writes(tx).$executeRaw`
    WITH catalog AS (
      SELECT id, code, title, price_minor, substr(barcode, 7, 6)::int / 7 - 142 AS i FROM sku WHERE workspace_id = ${tx.workspaceId}::uuid
        AND source = 'seed'
    ), shelf AS (
      SELECT l.id AS location_id, s.id, s.code, s.title, s.price_minor,
        row_number() OVER (PARTITION BY l.id ORDER BY s.i) - 1 AS rank, count(*) OVER (PARTITION BY l.id) AS size
      FROM location l JOIN catalog s
        ON l.code = 'HAM' OR (l.code = 'ROT' AND s.i % 2 = 0) OR (l.code = 'NYC' AND s.i % 3 = 0) OR (l.code = 'AMZ' AND s.i % 5 < 3)
      WHERE l.workspace_id = ${tx.workspaceId}::uuid
    ), wanted AS (
      SELECT o.*, ordinal, floor(power(${roll(line('sku'), 10000)} / 10000.0, 2) * shelves.size)::int AS rank,
        CASE ${roll(line('pieces'), 20)} WHEN 0 THEN 6 WHEN 1 THEN 4 WHEN 2 THEN 3 WHEN 3 THEN 2 WHEN 4 THEN 2 WHEN 5 THEN 2
          ELSE 1 END AS pieces
      FROM "order" o
      CROSS JOIN LATERAL generate_series(1, (ARRAY[1, 1, 1, 1, 2, 2, 2, 3, 3, 4])[${roll(Prisma.sql`'lines' || o.number`, 10)} + 1]) AS ordinal
      JOIN (SELECT DISTINCT location_id, size FROM shelf) AS shelves ON shelves.location_id = o.location_id
      WHERE o.workspace_id = ${tx.workspaceId}::uuid AND o.source = 'seed'
    )
    INSERT INTO order_line (workspace_id, order_id, ordinal, line_key, sku_id, code, title, kind, original_quantity, due_quantity,
      ordered, allocated, picked, labelled, shipped, delivered, cancelled, open, refunded, unit_price_minor, placed_at)
    SELECT ${tx.workspaceId}::uuid, w.id, ordinal, 'n:' || ordinal, s.id, s.code, s.title, 'goods', pieces, pieces, pieces,
      CASE WHEN allocated_at IS NOT NULL AND cancelled_at IS NULL THEN pieces ELSE 0 END,
      CASE WHEN picked_at IS NOT NULL THEN pieces ELSE 0 END,
      CASE WHEN handed_over_at IS NOT NULL THEN pieces ELSE 0 END, CASE WHEN handed_over_at IS NOT NULL THEN pieces ELSE 0 END,
      CASE WHEN delivered_at IS NOT NULL THEN pieces ELSE 0 END, CASE WHEN cancelled_at IS NOT NULL THEN pieces ELSE 0 END,
      CASE WHEN handed_over_at IS NULL AND cancelled_at IS NULL THEN pieces ELSE 0 END, 0, s.price_minor, placed_at
    FROM wanted w JOIN shelf s ON s.location_id = w.location_id AND s.rank = w.rank`;
  await writes(tx).$executeRaw`
    UPDATE "order" o SET value_minor = worth.value, open_minor = worth.open FROM (
      SELECT order_id, sum((ordered - cancelled) * unit_price_minor) AS value, sum(open * unit_price_minor) AS open
      FROM order_line WHERE workspace_id = ${tx.workspaceId}::uuid GROUP BY 1) AS worth
    WHERE o.workspace_id = ${tx.workspaceId}::uuid AND o.id = worth.order_id AND o.source = 'seed'`;
  await writes(tx).$executeRaw`ANALYZE order_line`;
}

/** Demand by day, as the import keeps it: by the calendar of the workspace's own zone. */
export async function seedDemand(tx: Tx, timeZone: string): Promise<void> {
  await writes(tx).$executeRaw`
    INSERT INTO sku_day (workspace_id, sku_id, day, ordered, cancelled, shipped)
    SELECT workspace_id, sku_id, (placed_at AT TIME ZONE ${timeZone}::text)::date, sum(ordered), sum(cancelled), sum(shipped)
    FROM order_line WHERE workspace_id = ${tx.workspaceId}::uuid AND sku_id IS NOT NULL GROUP BY 1, 2, 3`;
  await writes(tx).$executeRaw`ANALYZE sku_day`;
}
