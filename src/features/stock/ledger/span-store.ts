import type { Scope, Tx } from '../../../core/runtime/database.ts';
import { Prisma } from '../../../db/generated/client.ts';
import { reads, writes } from '../../../db/scope.ts';
import type { Touched } from './span-rules.ts';
import type { Place } from './store.ts';

const places = (touched: readonly Touched[]) => Prisma.sql`(
  SELECT sku_id, location_id, min(at) AS at FROM UNNEST(
    ${touched.map((t) => t.skuId)}::uuid[], ${touched.map((t) => t.locationId)}::uuid[],
    ${touched.map((t) => t.at)}::timestamptz[]) AS t (sku_id, location_id, at)
  GROUP BY sku_id, location_id)`;

/** Since when the stock of each place is known, by "skuId locationId"; places of which nothing is known are left out. */
export async function firstKnown(scope: Scope, asked: readonly Place[]): Promise<ReadonlyMap<string, Date>> {
  if (asked.length === 0) return new Map();
  const rows = await reads(scope).$queryRaw<
    (Place & { readonly since: Date })[]
  >`/* prepared: stock.first-known */
    SELECT p.sku_id AS "skuId", p.location_id AS "locationId", first.since
    FROM UNNEST(${asked.map((p) => p.skuId)}::uuid[], ${asked.map((p) => p.locationId)}::uuid[]) AS p (sku_id, location_id)
    CROSS JOIN LATERAL (
      SELECT o.since FROM listed_span o WHERE o.workspace_id = ${scope.workspaceId}::uuid AND o.sku_id = p.sku_id
        AND o.location_id = p.location_id ORDER BY o.since LIMIT 1) AS first`;
  return new Map(rows.map(({ skuId, locationId, since }) => [`${skuId} ${locationId}`, since]));
}

/**
 * Places whose stock is known from these moments on: new ones, and those that were known from later on only. Answers with
 * these; all others were known already.
 */
export async function keepKnown(tx: Tx, touched: readonly Touched[]): Promise<readonly Place[]> {
  if (touched.length === 0) return [];
  const { workspaceId } = tx;
  return await writes(tx).$queryRaw<Place[]>`
    WITH touched AS MATERIALIZED ${places(touched)},
    earlier AS (
      UPDATE listed_span own SET since = t.at, until = CASE WHEN own.until = own.since THEN t.at ELSE own.until END
      FROM touched t
      WHERE own.workspace_id = ${workspaceId}::uuid AND own.sku_id = t.sku_id AND own.location_id = t.location_id
        AND own.since > t.at AND NOT EXISTS (
          SELECT 1 FROM listed_span b WHERE b.workspace_id = own.workspace_id AND b.sku_id = own.sku_id
            AND b.location_id = own.location_id AND b.since < own.since)
      RETURNING own.sku_id, own.location_id
    ), fresh AS (
      INSERT INTO listed_span (workspace_id, sku_id, location_id, since, until)
      SELECT ${workspaceId}::uuid, t.sku_id, t.location_id, t.at, CASE WHEN s.listed THEN NULL ELSE t.at END
      FROM touched t JOIN sku s ON s.workspace_id = ${workspaceId}::uuid AND s.id = t.sku_id
      WHERE NOT EXISTS (
        SELECT 1 FROM listed_span b WHERE b.workspace_id = ${workspaceId}::uuid AND b.sku_id = t.sku_id
          AND b.location_id = t.location_id)
      RETURNING sku_id, location_id
    )
    SELECT sku_id AS "skuId", location_id AS "locationId" FROM earlier
    UNION ALL SELECT sku_id, location_id FROM fresh`;
}

/**
 * The spans of these places from these moments on, told anew by their legs: only of those of which nothing is available
 * any more, or something again, and of those that later legs or spans follow. Their levels are held and written.
 */
export async function keepStockouts(tx: Tx, touched: readonly Touched[]): Promise<void> {
  if (touched.length === 0) return;
  const { workspaceId } = tx;
  // What a place was before the moment is told by its last span before it: that does not change.
  await writes(tx).$executeRaw`
    WITH touched AS MATERIALIZED ${places(touched)},
    due AS MATERIALIZED (
      SELECT t.sku_id, t.location_id, t.at, l.quantity AS now, b.since AS before_since,
        b.since IS NOT NULL AND (b.until IS NULL OR b.until >= t.at) AS was_out
      FROM touched t
      JOIN level l ON l.workspace_id = ${workspaceId}::uuid AND l.sku_id = t.sku_id AND l.location_id = t.location_id
        AND l.bucket = 'available'
      LEFT JOIN LATERAL (
        SELECT o.since, o.until FROM stockout_span o WHERE o.workspace_id = ${workspaceId}::uuid AND o.sku_id = t.sku_id
          AND o.location_id = t.location_id AND o.since < t.at ORDER BY o.since DESC LIMIT 1) AS b ON true
      WHERE (l.quantity <= 0) <> EXISTS (
          SELECT 1 FROM stockout_span o WHERE o.workspace_id = ${workspaceId}::uuid AND o.sku_id = t.sku_id
            AND o.location_id = t.location_id AND o.until IS NULL)
        OR EXISTS (
          SELECT 1 FROM stockout_span o WHERE o.workspace_id = ${workspaceId}::uuid AND o.sku_id = t.sku_id
            AND o.location_id = t.location_id AND o.since > t.at)
        OR EXISTS (
          SELECT 1 FROM ledger_leg g WHERE g.workspace_id = ${workspaceId}::uuid AND g.sku_id = t.sku_id
            AND g.location_id = t.location_id AND g.bucket = 'available' AND g.occurred_at > t.at)
    ), point AS (
      SELECT sku_id, location_id, at, sum(units)::int AS units FROM (
        SELECT sku_id, location_id, at, 0 AS units FROM due
        UNION ALL
        SELECT d.sku_id, d.location_id, g.occurred_at, g.quantity FROM due d JOIN ledger_leg g
          ON g.workspace_id = ${workspaceId}::uuid AND g.sku_id = d.sku_id AND g.location_id = d.location_id
            AND g.bucket = 'available' AND g.occurred_at >= d.at
      ) AS legs GROUP BY sku_id, location_id, at
    ), run AS (
      SELECT sku_id, location_id, p.at, d.was_out AS began_out,
        d.now - sum(p.units) OVER whole + sum(p.units) OVER so_far <= 0 AS is_out
      FROM point p JOIN due d USING (sku_id, location_id)
      WINDOW whole AS (PARTITION BY sku_id, location_id), so_far AS (PARTITION BY sku_id, location_id ORDER BY p.at)
    ), turn AS (
      SELECT *, lag(is_out, 1, began_out) OVER (PARTITION BY sku_id, location_id ORDER BY at) AS was_out FROM run
    ), change AS MATERIALIZED (
      SELECT sku_id, location_id, at, is_out, lead(at) OVER (PARTITION BY sku_id, location_id ORDER BY at) AS next
      FROM turn WHERE is_out <> was_out
    ), gone AS (
      DELETE FROM stockout_span o USING due d
      WHERE o.workspace_id = ${workspaceId}::uuid AND o.sku_id = d.sku_id AND o.location_id = d.location_id
        AND o.since >= d.at AND NOT EXISTS (
          SELECT 1 FROM change c WHERE c.sku_id = o.sku_id AND c.location_id = o.location_id AND c.at = o.since AND c.is_out)
    ), ended AS (
      UPDATE stockout_span o SET until = (
        SELECT min(c.at) FROM change c WHERE c.sku_id = d.sku_id AND c.location_id = d.location_id AND NOT c.is_out)
      FROM due d
      WHERE o.workspace_id = ${workspaceId}::uuid AND o.sku_id = d.sku_id AND o.location_id = d.location_id
        AND o.since = d.before_since AND d.was_out
    )
    INSERT INTO stockout_span (workspace_id, sku_id, location_id, since, until)
    SELECT ${workspaceId}::uuid, sku_id, location_id, at, next FROM change WHERE is_out
    ON CONFLICT (workspace_id, sku_id, location_id, since) DO UPDATE SET until = EXCLUDED.until
      WHERE stockout_span.until IS DISTINCT FROM EXCLUDED.until`;
}

/** SKUs that were listed or unlisted by now: their spans begin again, or end. */
export async function keepListed(tx: Tx, skuIds: readonly string[], now: Date): Promise<void> {
  if (skuIds.length === 0) return;
  const { workspaceId } = tx;
  const ids = [...skuIds];
  // Whoever opens a shelf holds its SKU for that: their span is there now, or they will read what is listed by now.
  await writes(tx).$queryRaw`
    SELECT id FROM sku WHERE workspace_id = ${workspaceId}::uuid AND id = ANY(${ids}::uuid[]) ORDER BY id FOR UPDATE`;
  await writes(tx).$executeRaw`
    UPDATE listed_span own SET until = GREATEST(own.since, ${now}::timestamptz) FROM sku s
    WHERE own.workspace_id = ${workspaceId}::uuid AND own.sku_id = ANY(${ids}::uuid[]) AND own.until IS NULL
      AND s.workspace_id = own.workspace_id AND s.id = own.sku_id AND NOT s.listed`;
  await writes(tx).$executeRaw`
    INSERT INTO listed_span (workspace_id, sku_id, location_id, since, until)
    SELECT l.workspace_id, l.sku_id, l.location_id, ${now}::timestamptz, NULL
    FROM level l JOIN sku s ON s.workspace_id = l.workspace_id AND s.id = l.sku_id AND s.listed
    WHERE l.workspace_id = ${workspaceId}::uuid AND l.sku_id = ANY(${ids}::uuid[]) AND l.bucket = 'available'
      AND NOT EXISTS (
        SELECT 1 FROM listed_span o WHERE o.workspace_id = l.workspace_id AND o.sku_id = l.sku_id
          AND o.location_id = l.location_id AND o.until IS NULL)
    ON CONFLICT (workspace_id, sku_id, location_id, since) DO UPDATE SET until = NULL`;
}
