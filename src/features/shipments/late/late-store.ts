import type { Scope } from '../../../core/runtime/database.ts';
import { Prisma } from '../../../db/generated/client.ts';
import { reads } from '../../../db/scope.ts';
import { unknownLane } from '../fold/lane-rules.ts';
import { belongsTo, carrier, cause, codes, ends } from '../parcels/clauses-store.ts';
import { byOrder, counted, worthColumns } from '../parcels/worth-store.ts';
import { isLate, isLateOrWillBe, isOpen } from '../status/late-store.ts';
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

/** A carrier, a lane, or lanes from, to or between ends with parcels on their way, and what a button carries instead of its name. */
export interface OpenName {
  readonly code: string;
  readonly carrierId: string | null;
  readonly carrierSaid: string | null;
  readonly lane: string | null;
  /** Without the area; null: whatever it is. */
  readonly from: string | null;
  readonly to: string | null;
}

export async function openNames(scope: Scope): Promise<readonly OpenName[]> {
  return await reads(scope).$queryRaw<OpenName[]>`
    WITH open AS (
      SELECT ${codes.lane} AS lane_code, ${codes.from} AS from_code, ${codes.to} AS to_code, ${codes.over} AS over_code, s.lane,
        ${ends.from} AS "from", ${ends.to} AS "to"
      FROM shipment s WHERE s.workspace_id = ${scope.workspaceId}::uuid AND ${isOpen} GROUP BY s.lane),
    told AS (SELECT * FROM open WHERE lane <> ${unknownLane})
    SELECT ${codes.carrier} AS code, min(s.carrier_id::text) AS "carrierId", min(s.carrier_said) AS "carrierSaid",
      NULL AS lane, NULL AS "from", NULL AS "to"
    FROM shipment s WHERE s.workspace_id = ${scope.workspaceId}::uuid AND ${isOpen} AND ${carrier} <> '' GROUP BY 1
    UNION ALL SELECT DISTINCT over_code, NULL, NULL, NULL, "from", "to" FROM told
    UNION ALL SELECT lane_code, NULL, NULL, lane, NULL, NULL FROM open
    UNION ALL SELECT DISTINCT from_code, NULL, NULL, NULL, "from", NULL FROM told WHERE "from" <> ${unknownLane}
    UNION ALL SELECT DISTINCT to_code, NULL, NULL, NULL, NULL, "to" FROM told WHERE "to" <> ${unknownLane}`;
}
