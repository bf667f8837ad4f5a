import type { Tx } from '../../src/core/runtime/database.ts';
import { Prisma } from '../../src/db/generated/client.ts';
import { writes } from '../../src/db/scope.ts';
import { idOf, roll, type SeedPlan } from './sql.ts';

/**
 * Writes movements: `rows` selects entry_key (text), cause, reference, note, at, sku_id, location_id, bucket, quantity.
 * Rows of one entry_key are the legs of one entry, which occurred at the time of the last.
 */
async function move(tx: Tx, rows: Prisma.Sql): Promise<void> {
  const id = idOf(tx.workspaceId, Prisma.sql`'entry:' || entry_key`);
  // Both inserts read the same rows; the foreign key is checked when the statement ends.
  await writes(tx).$executeRaw`
    WITH moved AS MATERIALIZED (SELECT r.*, ${id} AS id, max(at) OVER (PARTITION BY entry_key) AS happened FROM (${rows}) AS r),
    entry AS (
      INSERT INTO ledger_entry (workspace_id, id, cause, reference, note, actor_kind, actor_id, occurred_at, recorded_at)
      SELECT DISTINCT ON (id) ${tx.workspaceId}::uuid, id, cause, reference, note, 'system', 'seed', happened, happened FROM moved
    )
    INSERT INTO ledger_leg (workspace_id, entry_id, ordinal, sku_id, location_id, bucket, quantity, occurred_at)
    SELECT ${tx.workspaceId}::uuid, id, row_number() OVER (PARTITION BY id ORDER BY sku_id, location_id, bucket), sku_id,
      location_id, bucket, quantity, happened
    FROM moved`;
}

/** Each SKU by number, with the locations that stock it and its level at the end of the year. */
const stocked = (tx: Tx) => Prisma.sql`
  SELECT s.id AS sku_id, s.code, s.supplier, l.id AS location_id, l.code AS location, i,
    CASE WHEN i % 29 = 7 THEN 'out' WHEN i % 13 = 5 THEN 'low' WHEN i % 31 = 11 THEN 'overstock' ELSE 'usual' END AS end_of_year
  FROM sku s
  CROSS JOIN LATERAL (SELECT substr(s.barcode, 7, 6)::int / 7 - 142 AS i) AS n
  JOIN location l ON l.workspace_id = s.workspace_id
    AND (l.code = 'HAM' OR (l.code = 'ROT' AND i % 2 = 0) OR (l.code = 'NYC' AND i % 3 = 0) OR (l.code = 'AMZ' AND i % 5 < 3))
  WHERE s.workspace_id = ${tx.workspaceId}::uuid AND s.source = 'seed'`;

/**
 * What orders moved: a day's parcels per location are one entry, what is still to be sent is committed from the day on
 * which it was ordered, and what came back is on the shelf again. Replacements take stock; tests do not.
 */
export async function seedShipments(tx: Tx): Promise<void> {
  const lines = Prisma.sql`"order" o JOIN order_line ol ON ol.workspace_id = o.workspace_id AND ol.order_id = o.id
    WHERE o.workspace_id = ${tx.workspaceId}::uuid AND o.kind = 'sale' AND NOT o.test AND location_id IS NOT NULL AND sku_id IS NOT NULL`;
  await move(
    tx,
    // Of an order that is part shipped its parcels know when; what left without a parcel left with the order.
    Prisma.sql`SELECT 'shipment:' || location_id || ':' || out_at::date AS entry_key, 'shipment' AS cause,
        'Shipments of ' || out_at::date AS reference, NULL::text AS note, max(out_at) AS at, sku_id, location_id,
        'available' AS bucket, -sum(pieces)::int AS quantity
      FROM (
        SELECT location_id, sku_id, handed_over_at AS out_at, shipped AS pieces FROM ${lines} AND handed_over_at IS NOT NULL
        UNION ALL
        SELECT o.location_id, ol.sku_id, f.handed_over_at, fl.quantity
        FROM fulfilment f JOIN "order" o ON o.workspace_id = f.workspace_id AND o.id = f.order_id
        JOIN fulfilment_line fl ON fl.workspace_id = f.workspace_id AND fl.fulfilment_id = f.id
        JOIN order_line ol ON ol.workspace_id = f.workspace_id AND ol.order_id = f.order_id AND ol.line_key = fl.line_key
        WHERE f.workspace_id = ${tx.workspaceId}::uuid AND f.handed_over_at IS NOT NULL AND o.handed_over_at IS NULL
      ) AS sent
      GROUP BY location_id, out_at::date, sku_id`,
  );
  await move(
    tx,
    Prisma.sql`SELECT 'allocation:' || location_id || ':' || placed_on AS entry_key, 'allocation' AS cause,
        'Open orders of ' || placed_on AS reference, NULL::text AS note, max(placed_at) AS at, sku_id, location_id,
        b.bucket, b.sign * sum(open)::int AS quantity
      FROM (SELECT location_id, sku_id, o.placed_at, o.placed_at::date AS placed_on, open FROM ${lines} AND open > 0) AS waiting
      CROSS JOIN (VALUES ('available', -1), ('committed', 1)) AS b (bucket, sign)
      GROUP BY location_id, placed_on, sku_id, b.bucket, b.sign`,
  );
  await move(
    tx,
    Prisma.sql`SELECT 'return:' || r.location_id || ':' || at::date AS entry_key, 'return' AS cause,
        'Sent back by customers, ' || at::date AS reference, NULL::text AS note, max(at) AS at, sku_id, r.location_id,
        'available' AS bucket, sum(r.quantity)::int AS quantity
      FROM refund_line r JOIN refund f USING (workspace_id, order_id, source, external_id)
      JOIN order_line ol ON ol.workspace_id = r.workspace_id AND ol.order_id = r.order_id AND ol.line_key = r.line_key
      WHERE r.workspace_id = ${tx.workspaceId}::uuid AND r.restock = 'return'
      GROUP BY r.location_id, at::date, sku_id`,
  );
}

/** Breakages each week, a count each quarter, a transfer from Hamburg to New York each month. */
export async function seedMishaps(tx: Tx, { until }: SeedPlan): Promise<void> {
  const week = Prisma.sql`generate_series(0, 51) AS week
    CROSS JOIN LATERAL (SELECT ${until}::date - 365 + week * 7 AS day) AS d`;
  const usual = Prisma.sql`(${stocked(tx)}) AS s`;
  await move(
    tx,
    Prisma.sql`SELECT 'damage:' || location || week AS entry_key, 'adjustment' AS cause, NULL::text AS reference,
        'Found broken on the shelf' AS note, day + time '12:00' AT TIME ZONE 'UTC' AS at, sku_id, location_id, b.bucket,
        b.sign * (1 + ${roll(Prisma.sql`'broken' || location || week || code`, 2)}) AS quantity
      FROM ${usual} CROSS JOIN ${week} CROSS JOIN (VALUES ('available', -1), ('damaged', 1)) AS b (bucket, sign)
      WHERE end_of_year = 'usual' AND ${roll(Prisma.sql`'damage' || location || week || code`, 400)} = 0`,
  );
  await move(
    tx,
    Prisma.sql`SELECT 'count:' || location || week AS entry_key, 'count' AS cause, 'Quarterly count' AS reference,
        NULL::text AS note, day + time '13:00' AT TIME ZONE 'UTC' AS at, sku_id, location_id, 'available' AS bucket,
        CASE WHEN ${roll(Prisma.sql`'sign' || location || week || code`, 3)} = 0 THEN 1 ELSE -1 END AS quantity
      FROM ${usual} CROSS JOIN ${week}
      WHERE end_of_year = 'usual' AND week % 13 = 9 AND ${roll(Prisma.sql`'count' || location || week || code`, 12)} = 0`,
  );
  await move(
    tx,
    Prisma.sql`SELECT 'transfer:' || week AS entry_key, 'transfer' AS cause, 'Hamburg to New York' AS reference,
        NULL::text AS note, day + time '10:00' AT TIME ZONE 'UTC' AS at, sku_id,
        leg.location_id, 'available' AS bucket, leg.quantity
      FROM ${usual} CROSS JOIN ${week}
      CROSS JOIN LATERAL (
        SELECT id AS location_id, CASE code WHEN 'HAM' THEN -6 ELSE 6 END AS quantity FROM location
        WHERE workspace_id = ${tx.workspaceId}::uuid AND code IN ('HAM', 'NYC')
      ) AS leg
      WHERE end_of_year = 'usual' AND location = 'NYC' AND week % 4 = 2
        AND ${roll(Prisma.sql`'transfer' || week || code`, 9)} = 0`,
  );
}

/**
 * Every supplier delivers every eighth week the sales until its next delivery; the opening stock covers the time before
 * the first one, and the rest at the end of the year.
 */
export async function seedReceipts(tx: Tx, { until, now }: SeedPlan): Promise<void> {
  await writes(tx).$executeRaw`ANALYZE ledger_leg`;
  const left = Prisma.sql`CASE end_of_year WHEN 'out' THEN 0 WHEN 'low' THEN 1 + ${roll(Prisma.sql`'low' || location || code`, 3)}
    WHEN 'overstock' THEN 300 + ${roll(Prisma.sql`'much' || location || code`, 200)}
    ELSE greatest(45 - i / 8, 8) + ${roll(Prisma.sql`'left' || location || code`, 40)} END`;
  await move(
    tx,
    Prisma.sql`WITH shelf AS (
        SELECT *, ${roll(Prisma.sql`'rhythm' || supplier`, 8)} AS first_week FROM (${stocked(tx)}) AS s
      ), needed AS (
        SELECT sku_id, location_id, floor((extract(epoch FROM occurred_at - (${until}::date - 365)::timestamp AT TIME ZONE 'UTC')
          / 604800 - first_week) / 8)::int + 1 AS delivery, -sum(quantity)::int AS quantity
        FROM ledger_leg JOIN shelf USING (sku_id, location_id)
        WHERE workspace_id = ${tx.workspaceId}::uuid AND bucket = 'available' AND quantity < 0
        GROUP BY sku_id, location_id, 3
      )
      SELECT 'opening:' || location AS entry_key, 'opening' AS cause, 'Opening stock' AS reference, NULL::text AS note,
        (${until}::date - 365) AT TIME ZONE 'Europe/Berlin' AS at, sku_id, location_id, 'available' AS bucket,
        ${left} + coalesce((SELECT sum(n.quantity)::int FROM needed n
          WHERE n.sku_id = shelf.sku_id AND n.location_id = shelf.location_id AND n.delivery <= 0), 0) AS quantity
      FROM shelf
      UNION ALL
      SELECT 'receipt:' || location || ':' || supplier || ':' || delivery, 'receipt', 'Delivery of ' || supplier, NULL,
        ((${until}::date - 365 + (first_week + (delivery - 1) * 8) * 7))::timestamp AT TIME ZONE 'UTC',
        sku_id, location_id, 'available', needed.quantity
      FROM needed JOIN shelf USING (sku_id, location_id) WHERE delivery >= 1`,
  );
  await move(
    tx,
    Prisma.sql`SELECT 'ordered:' || supplier AS entry_key, 'receipt' AS cause, 'On its way from ' || supplier AS reference,
        NULL::text AS note, ${now}::timestamptz - interval '2 days' AS at, sku_id, location_id, 'incoming' AS bucket,
        48 + 12 * ${roll(Prisma.sql`'ordered' || code`, 5)} AS quantity
      FROM (${stocked(tx)}) AS s
      WHERE location = 'HAM' AND ((end_of_year IN ('out', 'low') AND i % 3 > 0) OR i % 11 = 0)`,
  );
}

/** A bucket's level is the sum of its legs; the reorder point is three weeks of the last quarter's sales. */
export async function seedLevels(tx: Tx, { until, now }: SeedPlan): Promise<void> {
  await writes(tx).$executeRaw`
    INSERT INTO level (workspace_id, sku_id, location_id, bucket, quantity, data_fault, expected_on, counted_at, updated_at)
    SELECT ${tx.workspaceId}::uuid, sku_id, location_id, bucket, sum(quantity)::int, false,
      CASE WHEN bucket = 'incoming' THEN ${until}::date + 3 + ${roll(Prisma.sql`'eta' || max(s.code)`, 21)} END,
      CASE WHEN bucket = 'available' THEN (${until}::date - 365 + 48 * 7) + time '13:00' AT TIME ZONE 'UTC' END, ${now}::timestamptz
    FROM ledger_leg g JOIN sku s ON s.workspace_id = g.workspace_id AND s.id = g.sku_id
    WHERE g.workspace_id = ${tx.workspaceId}::uuid AND s.source = 'seed'
    GROUP BY sku_id, location_id, bucket`;
  await writes(tx).$executeRaw`
    UPDATE sku SET reorder_point = greatest(5, coalesce((
      SELECT ceil(sum(ol.ordered - ol.cancelled) * 21 / 91.0) FROM order_line ol
      WHERE ol.workspace_id = ${tx.workspaceId}::uuid AND ol.sku_id = sku.id AND ol.placed_at >= ${until}::date - 91), 0))
    WHERE workspace_id = ${tx.workspaceId}::uuid AND source = 'seed'`;
  await writes(tx).$executeRaw`ANALYZE level, ledger_entry, ledger_leg, sku, sku_alias`;
}

/** Since when each SKU is for sale at a location, and while nothing of it was available there. */
export async function seedSpans(tx: Tx): Promise<void> {
  const movements = Prisma.sql`SELECT g.sku_id, g.location_id, g.occurred_at AS at, sum(g.quantity) AS units
    FROM ledger_leg g JOIN sku s ON s.workspace_id = g.workspace_id AND s.id = g.sku_id
    WHERE g.workspace_id = ${tx.workspaceId}::uuid AND s.source = 'seed' AND g.bucket = 'available'
    GROUP BY g.sku_id, g.location_id, g.occurred_at`;
  await writes(tx).$executeRaw`
    INSERT INTO listed_span (workspace_id, sku_id, location_id, since)
    SELECT ${tx.workspaceId}::uuid, sku_id, location_id, min(at) FROM (${movements}) AS moved GROUP BY sku_id, location_id`;
  await writes(tx).$executeRaw`
    WITH run AS (
      SELECT sku_id, location_id, at, sum(units) OVER (PARTITION BY sku_id, location_id ORDER BY at) <= 0 AS is_out
      FROM (${movements}) AS moved
    ), turn AS (
      SELECT *, lag(is_out, 1, false) OVER (PARTITION BY sku_id, location_id ORDER BY at) AS was_out FROM run
    ), change AS (
      SELECT *, lead(at) OVER (PARTITION BY sku_id, location_id ORDER BY at) AS next FROM turn WHERE is_out <> was_out
    )
    INSERT INTO stockout_span (workspace_id, sku_id, location_id, since, until)
    SELECT ${tx.workspaceId}::uuid, sku_id, location_id, at, next FROM change WHERE is_out`;
}
