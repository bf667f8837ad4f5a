import type { Thing } from '../../../core/tokens/asking.ts';
import { Prisma } from '../../../db/generated/client.ts';

const shown = 3;

/** Whether carriers told of a parcel of an order, as SQL. Of anything else the id is none of ours. */
export function hasParcels({ workspace, what, ref }: Thing): Prisma.Sql {
  return Prisma.sql`CASE WHEN ${what} = 'order' THEN EXISTS (
    SELECT 1 FROM shipment s WHERE s.workspace_id = ${workspace} AND ${brings(ref)}) ELSE false END`;
}

/** Of a shipment `s`: it brings this order, alone or with others, of which the row names the latest. */
function brings(ref: Thing['ref']): Prisma.Sql {
  return Prisma.sql`(s.order_id = (${ref})::uuid OR (s.orders_worth IS NOT NULL
    AND s.orders_worth @> jsonb_build_array(jsonb_build_object('id', ${ref}))))`;
}

const isWorrying = Prisma.sql`(s.at_risk OR s.status IN ('return_to_sender', 'delivery_failed', 'on_hold', 'delayed'))`;

/** How its parcels stand, those on their way first and of them those to look at, as SQL. */
export function parcelsOf(workspaceId: string, { what, ref }: Thing): Prisma.Sql {
  return Prisma.sql`CASE WHEN ${what} = 'order' THEN (
    SELECT json_build_object('parcels', json_agg(t), 'total', max(t.total)) FROM (
      SELECT s.id, s.tracking, s.status, s.reason, s.zone, s.scanned_at AS "scannedAt", s.scan_due_at AS "scanDueAt", s.promise_on::text AS "promiseOn", s.promise_until AS "promiseUntil",
        s.eta_until AS "etaUntil", s.at_risk AS "atRisk", s.came_late AS "cameLate", s.delivered_at AS "deliveredAt",
        s.returned_at AS "returnedAt", (count(*) OVER ())::int AS total
      FROM shipment s WHERE s.workspace_id = ${workspaceId}::uuid AND ${brings(ref)}
      ORDER BY s.ended_at IS NULL DESC, ${isWorrying} DESC, s.promise_until, s.began_at DESC, s.id LIMIT ${shown}) t
    HAVING count(*) > 0) END`;
}
