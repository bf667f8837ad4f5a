import type { Tx } from '../../src/core/runtime/database.ts';
import { Prisma } from '../../src/db/generated/client.ts';
import { writes } from '../../src/db/scope.ts';
import { foldVersion } from '../../src/features/orders/fold/model.ts';
import { idOf, parcelsKept, roll, type SeedPlan, wayOf } from './sql.ts';

const key = (what: string) => Prisma.sql`${what}::text || number`;

/** The last weekday: on it the truck to Hamburg came in the evening, after the ship-by, and took what an earlier van had not. */
function cameLate(until: string): Prisma.Sql {
  const lastWeekday = Prisma.sql`${until}::date - (ARRAY[2, 3, 1, 1, 1, 1, 1])[extract(dow FROM ${until}::date)::int + 1]`;
  return Prisma.sql`location = 'HAM' AND days_late = 0 AND ship_day = ${lastWeekday} AND ${roll(key('evening'), 10)} < 5`;
}

/**
 * A year of orders that have left or were cancelled before `now`: more on Mondays than on Saturdays, most before
 * Christmas. Handed over with the truck of the next weekday, one in twelve days later than that; one in thirty is slow on
 * its way, and one in five hundred comes back. What is still on the dock is told by `week/`; milestones after `now` are left out.
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
        ${wayOf.fate} AS fate,
        (day + make_interval(mins => 420 + ${roll(key('minute'), 960)})) AT TIME ZONE 'Europe/Berlin' AS placed_at,
        -- The next day that is no weekend.
        day + (ARRAY[1, 1, 1, 1, 1, 3, 2])[extract(dow FROM day)::int + 1] AS ship_day,
        CASE WHEN ${roll(key('late'), 100)} < 8 THEN 1 + ${roll(key('days late'), 4)} ELSE 0 END AS days_late
      FROM numbered
    ), placed AS (
      SELECT *, CASE WHEN channel_roll < 60 THEN 'shopify' WHEN channel_roll < 90 THEN 'amazon' ELSE 'store' END AS channel,
        CASE WHEN channel_roll >= 90 THEN 'NYC' WHEN channel_roll >= 60 AND place_roll < 75 THEN 'AMZ'
          WHEN place_roll < 65 THEN 'HAM' ELSE 'ROT' END AS location
      FROM rolled
    ), planned AS (
      SELECT p.*, (ship_day + days_late + CASE WHEN ${cameLate(until)} THEN time '19:40' ELSE truck.pick_up END)
          AT TIME ZONE truck.zone AS handed_over,
        (ship_day + time '18:00') AT TIME ZONE truck.zone AS ship_by,
        CASE WHEN location = 'NYC' THEN 8 ELSE ${roll(key('country'), 7)} + 1 END AS country
      FROM placed p JOIN (VALUES ('HAM', time '16:30', 'Europe/Berlin'), ('ROT', time '17:15', 'Europe/Amsterdam'),
        ('NYC', time '16:00', 'America/New_York'), ('AMZ', time '15:30', 'Europe/Berlin')) AS truck (code, pick_up, zone)
        ON truck.code = p.location
    ), lived AS (
      SELECT *, CASE WHEN fate < 30 THEN placed_at + interval '50 minutes' END AS cancelled,
        -- Two in a thousand get lost, and two come back.
        CASE WHEN fate >= 34 THEN handed_over + make_interval(hours => ${wayOf.hours}) END AS delivered,
        CASE WHEN fate IN (32, 33) THEN handed_over + make_interval(hours => 150 + ${roll(key('back'), 72)}) END AS returned
      FROM planned
    ), reached AS (
      SELECT *, coalesce(cancelled, ${now}::timestamptz) AS ended FROM lived
      WHERE least(handed_over, cancelled) < ${now}::timestamptz
    ), told AS (
      SELECT *, placed_at + interval '6 minutes' AS paid_at, CASE WHEN cancelled IS NULL THEN placed_at + interval '70 minutes' END AS allocated_at,
        CASE WHEN cancelled IS NULL THEN handed_over - interval '4 hours' END AS picked_at,
        CASE WHEN cancelled IS NULL THEN handed_over - interval '2 hours' END AS packed_at,
        CASE WHEN handed_over < ended THEN handed_over END AS handed_over_at,
        CASE WHEN delivered < ended THEN delivered END AS delivered_at,
        CASE WHEN returned < ended THEN returned END AS returned_at
      FROM reached
    )
    INSERT INTO "order" (workspace_id, id, number, number_key, kind, channel, currency, customer_reference, ship_to_country,
      stage, placed_at, paid_at, allocated_at, picked_at, packed_at, labelled_at, handed_over_at, delivered_at, returned_at, cancelled_at,
      on_hold, ship_by, promised_by, promised_by_revised, location_id, source, updated_at, ship_country, ship_region, ship_zone,
      zone_source, ship_by_source, promise_source, said_at, fold_version)
    SELECT ${workspaceId}::uuid, ${idOf(workspaceId, key('order:'))}, number, number, 'sale', channel, 'EUR',
      'C' || (1000 + ${roll(key('customer'), 6000)}), destination.name,
      CASE WHEN returned_at IS NOT NULL THEN 'returned' WHEN delivered_at IS NOT NULL THEN 'delivered'
        WHEN handed_over_at IS NOT NULL THEN 'handed_over' ELSE 'cancelled' END,
      placed_at, paid_at, allocated_at, picked_at, packed_at,
      -- Who packs prints the label; the parcels of the last weeks are kept.
      CASE WHEN handed_over_at >= ${now}::timestamptz - ${parcelsKept} THEN packed_at + interval '10 minutes' END,
      handed_over_at, delivered_at, returned_at, cancelled, false, ship_by,
      (ship_day + 5)::timestamp AT TIME ZONE destination.zone, NULL,
      ${idOf(workspaceId, Prisma.sql`'location:' || location`)}, 'seed', ${now}::timestamptz, code, region, destination.zone,
      CASE WHEN region IS NULL THEN 'country' ELSE 'region' END, 'channel', 'channel',
      greatest(placed_at, paid_at, allocated_at, picked_at, packed_at, handed_over_at, delivered_at, returned_at, cancelled),
      ${foldVersion}::int
    FROM told JOIN (VALUES (1, 'DE', 'Germany', NULL, 'Europe/Berlin'), (2, 'DE', 'Germany', NULL, 'Europe/Berlin'),
      (3, 'DE', 'Germany', NULL, 'Europe/Berlin'), (4, 'NL', 'Netherlands', NULL, 'Europe/Amsterdam'),
      (5, 'FR', 'France', NULL, 'Europe/Paris'), (6, 'AT', 'Austria', NULL, 'Europe/Vienna'),
      (7, 'DK', 'Denmark', NULL, 'Europe/Copenhagen'), (8, 'US', 'United States', 'NY', 'America/New_York'))
      AS destination (n, code, name, region, zone) ON destination.n = country`;
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
      ordered, allocated, picked, labelled, shipped, delivered, cancelled, returned, open, refunded, unit_price_minor, placed_at)
    SELECT ${tx.workspaceId}::uuid, w.id, ordinal, 'n:' || ordinal, s.id, s.code, s.title, 'goods', pieces, pieces, pieces,
      gone, gone, gone, gone, CASE WHEN delivered_at IS NOT NULL THEN gone ELSE 0 END, pieces - gone,
      CASE WHEN returned_at IS NOT NULL THEN gone ELSE 0 END, 0, 0, s.price_minor, placed_at
    FROM wanted w JOIN shelf s ON s.location_id = w.location_id AND s.rank = w.rank
    CROSS JOIN LATERAL (SELECT CASE WHEN handed_over_at IS NULL THEN 0 ELSE pieces END AS gone) AS g`;
  await writes(tx).$executeRaw`
    UPDATE "order" o SET value_minor = worth.value FROM (
      SELECT order_id, sum((ordered - cancelled) * unit_price_minor) AS value
      FROM order_line WHERE workspace_id = ${tx.workspaceId}::uuid GROUP BY 1) AS worth
    WHERE o.workspace_id = ${tx.workspaceId}::uuid AND o.id = worth.order_id AND o.source = 'seed'`;
  await writes(tx).$executeRaw`ANALYZE order_line`;
}

/** Demand by day, as the import keeps it: by the calendar of the workspace's own zone. */
export async function seedDemand(tx: Tx, timeZone: string): Promise<void> {
  await writes(tx).$executeRaw`
    INSERT INTO sku_day (workspace_id, sku_id, day, ordered, cancelled, shipped)
    SELECT workspace_id, sku_id, (placed_at AT TIME ZONE ${timeZone}::text)::date, sum(ordered), sum(cancelled), sum(shipped)
    FROM order_line WHERE workspace_id = ${tx.workspaceId}::uuid AND sku_id IS NOT NULL AND counted GROUP BY 1, 2, 3`;
  await writes(tx).$executeRaw`ANALYZE sku_day`;
}
