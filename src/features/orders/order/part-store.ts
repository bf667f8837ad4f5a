import type { Scope } from '../../../core/runtime/database.ts';
import { Prisma } from '../../../db/generated/client.ts';
import { reads } from '../../../db/scope.ts';
import type { LineTotals, MilestoneTold, OrderHeader, OrderLine, OrderParts, Parcel } from './model.ts';

/** More parcels, holds and refunds than anybody reads of one order. */
const mostParts = 200;

export interface LineRow extends OrderLine {
  readonly ordinal: number;
}

/** Lines after a place, in their order. */
export async function linesAfter(
  scope: Scope,
  orderId: string,
  after: number,
  limit: number,
): Promise<readonly LineRow[]> {
  return await reads(scope).$queryRaw<LineRow[]>`
    SELECT ordinal, code, title, greatest(ordered, refunded) AS ordered, labelled, shipped, delivered, open, cancelled,
      CASE WHEN ordered = 0 THEN 0 ELSE refunded END AS refunded, returned, unit_price_minor AS "unitPriceMinor"
    FROM order_line WHERE workspace_id = ${scope.workspaceId}::uuid AND order_id = ${orderId}::uuid AND ordinal > ${after}::int
    ORDER BY ordinal LIMIT ${limit}::int`;
}

export async function lineTotals(scope: Scope, orderId: string): Promise<LineTotals> {
  const sent = Prisma.sql`kind = 'goods' AND requires_shipping AND ordered > cancelled`;
  const [totals] = await reads(scope).$queryRaw<LineTotals[]>`
    SELECT count(*)::int AS "lineCount", coalesce(sum(greatest(ordered, refunded)), 0)::int AS ordered,
      coalesce(sum(labelled), 0)::int AS labelled, coalesce(sum(shipped), 0)::int AS shipped,
      coalesce(sum(delivered), 0)::int AS delivered, coalesce(sum(open), 0)::int AS open,
      coalesce(sum(cancelled), 0)::int AS cancelled, coalesce(sum(returned), 0)::int AS returned,
      coalesce(sum(CASE WHEN ordered = 0 THEN 0 ELSE refunded END), 0)::int AS refunded,
      (count(*) FILTER (WHERE ${sent}))::int AS "dueLines",
      (count(*) FILTER (WHERE ${sent} AND shipped >= ordered - cancelled))::int AS "shippedLines",
      coalesce(sum(greatest(ordered, refunded) * unit_price_minor), 0)::bigint AS "valueMinor"
    FROM order_line WHERE workspace_id = ${scope.workspaceId}::uuid AND order_id = ${orderId}::uuid`;
  if (!totals) throw new Error('A sum without groups has one row.');
  return totals;
}

export async function partsOf(scope: Scope, orderId: string): Promise<OrderParts> {
  const { workspaceId } = scope;
  const parcels = await reads(scope).$queryRaw<Parcel[]>`
      SELECT f.external_id AS "externalId", f.state, f.location_id AS "locationId", f.carrier_said AS "carrierSaid",
        f.tracking, f.labelled_at AS "labelledAt", f.handed_over_at AS "handedOverAt", f.hand_over_by AS "handOverBy",
        f.delivered_at AS "deliveredAt", f.returned_at AS "returnedAt", f.cancelled_at AS "cancelledAt", f.source,
        coalesce((SELECT sum(l.quantity) FROM fulfilment_line l
          WHERE l.workspace_id = f.workspace_id AND l.fulfilment_id = f.id), 0)::int AS pieces
      FROM fulfilment f WHERE f.workspace_id = ${workspaceId}::uuid AND f.order_id = ${orderId}::uuid
      ORDER BY coalesce(f.handed_over_at, f.labelled_at, f.cancelled_at), f.source, f.external_id LIMIT ${mostParts}::int`;
  const holds = await reads(scope).orderHold.findMany({
    where: { workspaceId, orderId },
    orderBy: [{ from: 'asc' }, { source: 'asc' }, { key: 'asc' }],
    take: mostParts,
  });
  const promises = await reads(scope).orderPromise.findMany({
    where: { workspaceId, orderId },
    orderBy: { ordinal: 'asc' },
    take: mostParts,
  });
  const refunds = await reads(scope).refund.findMany({
    where: { workspaceId, orderId },
    orderBy: [{ at: 'asc' }, { source: 'asc' }, { externalId: 'asc' }],
    take: mostParts,
  });
  return { parcels, holds, promises, refunds };
}

/** Everything that it or a part of it reached, and what was taken back; the latest ones. */
export async function milestonesTold(
  scope: Scope,
  orderId: string,
  limit: number,
): Promise<readonly MilestoneTold[]> {
  return await reads(scope).$queryRaw<MilestoneTold[]>`
    SELECT m.what, m.part, m.at, m.by, m.source, m.retracted, CASE WHEN m.part <> '' THEN (
      SELECT l.code FROM order_line l WHERE l.workspace_id = m.workspace_id AND l.order_id = m.order_id
        AND (l.source_line = m.part OR l.line_key = m.part) ORDER BY l.ordinal LIMIT 1) END AS "lineCode"
    FROM order_milestone m WHERE m.workspace_id = ${scope.workspaceId}::uuid AND m.order_id = ${orderId}::uuid
    ORDER BY m.at DESC, m.source, m.what, m.part, m.event_key LIMIT ${limit}::int`;
}

/** Orders of one customer that are neither delivered nor cancelled, but for this one; the latest first. */
export async function openBeside(
  scope: Scope,
  { id, channel, customerReference }: OrderHeader,
  limit: number,
): Promise<{ readonly numbers: readonly string[]; readonly count: number }> {
  if (customerReference === null) return { numbers: [], count: 0 };
  // Two channels may call two people the same.
  const rows = await reads(scope).$queryRaw<{ number: string; count: number }[]>`
    SELECT number, (count(*) OVER ())::int AS count FROM "order"
    WHERE workspace_id = ${scope.workspaceId}::uuid AND customer_reference = ${customerReference} AND channel = ${channel}
      AND kind = 'sale' AND id <> ${id}::uuid AND stage NOT IN ('delivered', 'returned', 'cancelled')
    ORDER BY placed_at DESC, id LIMIT ${limit}::int`;
  return { numbers: rows.map(({ number }) => number), count: rows[0]?.count ?? 0 };
}
