import type { Scope } from '../../../core/runtime/database.ts';
import { Prisma } from '../../../db/generated/client.ts';
import { reads } from '../../../db/scope.ts';
import { belongsTo, cause, codes } from '../parcels/clauses-store.ts';
import { type Score, shownDays } from './model.ts';

/** A score whose carrier and service are ids of ours, or as they were said. */
export interface StoredScore extends Omit<Score, 'carrier' | 'service'> {
  readonly carrierId: string | null;
  readonly carrierSaid: string | null;
  readonly serviceId: string | null;
  readonly serviceSaid: string | null;
}

/**
 * Of parcels that were promised first for one of the days before now: by carrier, or of one carrier by lane and service.
 * What was cancelled was never sent. Percentiles by linear interpolation.
 */
export async function scoresOf(scope: Scope, now: Date, of: string | null): Promise<readonly StoredScore[]> {
  const code = of === null ? codes.carrier : codes.group;
  const isJudged = Prisma.sql`s.delivered_at IS NOT NULL AND s.ship_by IS NOT NULL AND s.handed_over_at <= s.ship_by`;
  const days = Prisma.sql`(extract(epoch FROM s.delivered_at - s.handed_over_at) / 86400)::float8`;
  return await reads(scope).$queryRaw<StoredScore[]>`
    SELECT ${code} AS code, min(s.carrier_id::text) AS "carrierId", min(s.carrier_said) AS "carrierSaid",
      ${of === null ? Prisma.sql`''` : Prisma.sql`min(s.lane)`} AS lane,
      ${of === null ? Prisma.sql`NULL` : Prisma.sql`min(s.service_id::text)`} AS "serviceId",
      ${of === null ? Prisma.sql`NULL` : Prisma.sql`min(s.service_said)`} AS "serviceSaid",
      count(*)::int AS parcels,
      count(*) FILTER (WHERE ${isJudged})::int AS judged,
      count(*) FILTER (WHERE ${isJudged} AND s.came_late AND ${cause(now)} = 'carrier')::int AS "lateByCarrier",
      count(*) FILTER (WHERE ${isJudged} AND s.came_late AND ${cause(now)} = 'unattributed')::int AS "lateUnattributed",
      count(*) FILTER (WHERE s.delivered_at IS NOT NULL AND s.handed_over_at > s.ship_by)::int AS "leftLate",
      count(*) FILTER (WHERE s.delivered_at IS NOT NULL AND (s.ship_by IS NULL OR s.handed_over_at IS NULL))::int AS unknown,
      count(*) FILTER (WHERE s.reason IS NOT NULL OR s.status IN ('return_to_sender', 'delivery_failed', 'on_hold', 'delayed'))::int
        AS exceptions,
      percentile_cont(0.5) WITHIN GROUP (ORDER BY ${days}) FILTER (WHERE s.delivered_at >= s.handed_over_at) AS "transitP50",
      percentile_cont(0.9) WITHIN GROUP (ORDER BY ${days}) FILTER (WHERE s.delivered_at >= s.handed_over_at) AS "transitP90"
    FROM shipment s
    WHERE s.workspace_id = ${scope.workspaceId}::uuid AND s.original_until IS NOT NULL
      AND s.original_until > ${now}::timestamptz - make_interval(days => ${shownDays}::int)
      AND s.original_until <= ${now}::timestamptz AND s.direction <> 'inbound' AND s.status <> 'cancelled'
      AND ${belongsTo(of)}
    GROUP BY 1`;
}
