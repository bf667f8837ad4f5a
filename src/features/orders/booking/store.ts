import type { Scope, Tx } from '../../../core/runtime/database.ts';
import { reads, writes } from '../../../db/scope.ts';
import type { Booked, Place } from './model.ts';

/** What the ledger has booked of these orders. */
export async function bookedOf(scope: Scope, orderIds: readonly string[]): Promise<readonly Booked[]> {
  if (orderIds.length === 0) return [];
  return await reads(scope).$queryRaw<Booked[]>`/* prepared: orders.booked */
    SELECT order_id AS "orderId", line_key AS "lineKey", what, part, sku_id AS "skuId", location_id AS "locationId",
      quantity, at
    FROM order_booking WHERE workspace_id = ${scope.workspaceId}::uuid AND order_id = ANY(${orderIds}::uuid[])`;
}

/** Forgets bookings that were taken back. The orders are held. */
export async function dropBookings(tx: Tx, gone: readonly Booked[]): Promise<void> {
  if (gone.length === 0) return;
  await writes(tx).$executeRaw`
    DELETE FROM order_booking WHERE workspace_id = ${tx.workspaceId}::uuid AND (order_id, line_key, what, part) IN (
      SELECT * FROM UNNEST(${gone.map((b) => b.orderId)}::uuid[], ${gone.map((b) => b.lineKey)}::text[],
        ${gone.map((b) => b.what)}::text[], ${gone.map((b) => b.part)}::text[]))`;
}

/** Notes what was booked. The orders are held. */
export async function insertBookings(tx: Tx, booked: readonly Booked[]): Promise<void> {
  if (booked.length === 0) return;
  await writes(tx).$executeRaw`/* prepared: orders.write-bookings */
    INSERT INTO order_booking (workspace_id, order_id, line_key, what, part, sku_id, location_id, quantity, at)
    SELECT ${tx.workspaceId}::uuid, b.* FROM UNNEST(
      ${booked.map((b) => b.orderId)}::uuid[], ${booked.map((b) => b.lineKey)}::text[],
      ${booked.map((b) => b.what)}::text[], ${booked.map((b) => b.part)}::text[],
      ${booked.map((b) => b.skuId)}::uuid[], ${booked.map((b) => b.locationId)}::uuid[],
      ${booked.map((b) => b.quantity)}::int[], ${booked.map((b) => b.at)}::timestamptz[]) AS b`;
}

/** Where a walk over open lines stands. */
export interface Walked {
  readonly skuId: string;
  readonly orderId: string;
}

/** An order with open pieces of which nothing is booked at a place where they are. */
export interface Unbooked extends Place {
  readonly orderId: string;
  readonly channel: string;
  readonly numberKey: string;
}

/**
 * The next open lines after one, by SKU and order, that hold pieces somewhere and are not booked there: their shelf was
 * not known when they were told. `last`: where the walk goes on; null: it has ended.
 */
export async function unbookedLines(
  scope: Scope,
  after: Walked | null,
  size: number,
): Promise<{ readonly found: readonly Unbooked[]; readonly last: Walked | null }> {
  const { workspaceId } = scope;
  const from = after ?? { skuId: nobody, orderId: nobody };
  const rows = await reads(scope).$queryRaw<(Omit<Unbooked, 'locationId'> & { locationId: string | null })[]>`
    WITH walked AS MATERIALIZED (
      SELECT l.sku_id, l.order_id, l.line_key, l.kind, l.ordered - l.cancelled AS due FROM order_line l
      WHERE l.workspace_id = ${workspaceId}::uuid AND l.open > 0
        AND (l.sku_id, l.order_id) > (${from.skuId}::uuid, ${from.orderId}::uuid)
      ORDER BY l.sku_id, l.order_id LIMIT ${size}::int
    ), boxed AS MATERIALIZED (
      SELECT p.order_id, p.line_key, f.location_id, p.quantity FROM fulfilment_line p
      JOIN fulfilment f ON f.workspace_id = ${workspaceId}::uuid AND f.id = p.fulfilment_id
      WHERE p.workspace_id = ${workspaceId}::uuid AND p.order_id IN (SELECT order_id FROM walked)
        AND f.state NOT IN ('failed', 'cancelled') AND f.location_id IS NOT NULL
    )
    SELECT w.sku_id AS "skuId", w.order_id AS "orderId", o.channel, o.number_key AS "numberKey", at.location_id AS "locationId"
    FROM walked w JOIN "order" o ON o.workspace_id = ${workspaceId}::uuid AND o.id = w.order_id
    LEFT JOIN LATERAL (
      SELECT held.location_id FROM (
        SELECT o.location_id, w.due > coalesce(sum(b.quantity), 0) AS is_held FROM boxed b
        WHERE b.order_id = w.order_id AND b.line_key = w.line_key AND b.location_id <> o.location_id
        UNION
        SELECT b.location_id, true FROM boxed b WHERE b.order_id = w.order_id AND b.line_key = w.line_key
      ) AS held
      WHERE held.is_held AND held.location_id IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM order_booking k WHERE k.workspace_id = ${workspaceId}::uuid AND k.order_id = w.order_id
          AND k.line_key = w.line_key AND k.what = 'allocate' AND k.part = held.location_id::text)
    ) AS at ON w.kind = 'goods' AND o.kind = 'sale' AND NOT o.test AND NOT o.draft AND o.merged_into IS NULL
    ORDER BY w.sku_id, w.order_id`;
  const last = rows.at(-1);
  return {
    found: rows.flatMap(({ locationId, ...row }) => (locationId ? [{ ...row, locationId }] : [])),
    last: last ? { skuId: last.skuId, orderId: last.orderId } : null,
  };
}

const nobody = '00000000-0000-0000-0000-000000000000';
