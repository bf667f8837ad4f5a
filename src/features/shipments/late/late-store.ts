import type { Scope } from '../../../core/runtime/database.ts';
import { Prisma } from '../../../db/generated/client.ts';
import { reads } from '../../../db/scope.ts';
import { belongsTo, cause, codes } from '../parcels/clauses-store.ts';
import { byOrder, counted, worthColumns } from '../parcels/worth-store.ts';
import { isLate, isLateOrWillBe } from '../status/late-store.ts';
import type { LateCell } from './model.ts';

/** A cell whose carrier and service are ids of ours, or as they were said. */
export interface StoredCell extends Omit<LateCell, 'carrier' | 'service'> {
  readonly carrierId: string | null;
  readonly carrierSaid: string | null;
  readonly serviceId: string | null;
  readonly serviceSaid: string | null;
}

/** An order counts once, with the late one of its parcels where one is late; what belongs to no order is worth nothing. */
export async function lateCells(scope: Scope, now: Date, of: string | null): Promise<readonly StoredCell[]> {
  const counting = { order: Prisma.sql`parcel.late DESC`, group: Prisma.sql`parcel."group"` };
  return await reads(scope).$queryRaw<StoredCell[]>`
    WITH parcel AS (
      SELECT s.id, ${codes.group} AS "group", s.carrier_id, s.carrier_said, s.service_id, s.service_said, s.lane,
        ${isLate(now)} AS late, ${cause(now)} AS cause, ${worthColumns}
      FROM shipment s
      WHERE s.workspace_id = ${scope.workspaceId}::uuid AND ${isLateOrWillBe(now)} AND ${belongsTo(of)}),
    ${byOrder(counting)}
    SELECT p."group", min(p.carrier_id::text) AS "carrierId", min(p.carrier_said) AS "carrierSaid", p.lane,
      min(p.service_id::text) AS "serviceId", min(p.service_said) AS "serviceSaid", p.late AS "isLate", p.cause,
      p.in_currency AS currency, (count(*) FILTER (WHERE p.is_first))::int AS parcels, ${counted}
    FROM brought p GROUP BY p."group", p.lane, p.late, p.cause, p.in_currency`;
}
