import type { Scope, Tx } from '../../../core/runtime/database.ts';
import { Prisma } from '../../../db/generated/client.ts';
import { reads, writes } from '../../../db/scope.ts';
import { carrierKey, disruptionColumns, isInside } from '../disrupted/clauses-store.ts';
import { unknownLane } from '../fold/lane-rules.ts';
import type { LaneKey, RisingLane } from './model.ts';

/** Of a shipment `s` nobody says the carrier, nor where it comes from or goes: it has nothing in common with others. */
const isNowhere = Prisma.sql`s.lane = ${unknownLane}::text AND ${carrierKey} = ''`;

/** A disruption inside which a shipment `s` came into trouble. */
const coveringDisruption = Prisma.sql`
  SELECT FROM disruption d WHERE d.workspace_id = s.workspace_id AND ${isInside(disruptionColumns)}`;

/** A burst that somebody has done with while a shipment `s` of it was on its way: no news to them. */
const doneBurst = Prisma.sql`
  SELECT FROM lane_burst b WHERE b.workspace_id = s.workspace_id AND b.lane = s.lane AND b.carrier = ${carrierKey}
    AND b.open > 0 AND s.trouble_at >= b.since AND s.trouble_at < b.ended_at`;

/** How a carrier that is not ours is told apart, by its name; and whether a parcel of it is on its way. */
export async function carrierTold(
  scope: Scope,
  name: string,
): Promise<{ readonly key: string; readonly hasParcels: boolean }> {
  const [row] = await reads(scope).$queryRaw<{ key: string; hasParcels: boolean }[]>`
    SELECT upper(${name}::text) AS key, EXISTS (SELECT FROM shipment s WHERE s.workspace_id = ${scope.workspaceId}::uuid
      AND s.ended_at IS NULL AND upper(s.carrier_said) = upper(${name}::text)) AS "hasParcels"`;
  return row ?? { key: name, hasParcels: false };
}

/**
 * Lanes on which at least so many parcels that are still on their way came into trouble since a moment, outside of any
 * disruption and of any burst that is done with; with what is on them and what is usual there.
 */
export async function risingLanes(
  scope: Scope,
  {
    since,
    atLeast,
    usualFrom,
  }: { readonly since: Date; readonly atLeast: number; readonly usualFrom: string },
): Promise<readonly RisingLane[]> {
  const { workspaceId } = scope;
  return await reads(scope).$queryRaw<RisingLane[]>`/* prepared: shipments.rising-lanes */
    WITH rising AS (
      SELECT ${carrierKey} AS carrier, max(s.carrier_said) AS said, s.lane, count(*)::int AS troubled
      FROM shipment s
      WHERE s.workspace_id = ${workspaceId}::uuid AND s.trouble_at IS NOT NULL AND s.trouble_at > ${since}::timestamptz
        AND s.ended_at IS NULL AND NOT (${isNowhere}) AND NOT EXISTS (${coveringDisruption})
        AND NOT EXISTS (${doneBurst})
      GROUP BY 1, s.lane HAVING count(*) >= ${atLeast}::int)
    SELECT r.carrier, r.said AS "carrierSaid", r.lane, r.troubled, open.n AS open, COALESCE(usual.share, 0) AS usual,
      greatest(${since}::timestamptz, done.until) AS since
    FROM rising r
    CROSS JOIN LATERAL (
      SELECT max(b.ended_at) AS until FROM lane_burst b
      WHERE b.workspace_id = ${workspaceId}::uuid AND b.carrier = r.carrier AND b.lane = r.lane AND b.open > 0) done
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS n FROM shipment s
      WHERE s.workspace_id = ${workspaceId}::uuid AND s.ended_at IS NULL AND s.lane = r.lane AND ${carrierKey} = r.carrier) open
    CROSS JOIN LATERAL (
      SELECT avg(d.troubled::float8 / d.open) AS share FROM lane_day d
      WHERE d.workspace_id = ${workspaceId}::uuid AND d.carrier = r.carrier AND d.lane = r.lane AND d.day >= ${usualFrom}::date
        AND d.open > 0) usual
    ORDER BY r.troubled DESC, r.lane, r.carrier`;
}

/** Writes down how every lane was on a day that has ended. */
export async function keepLaneDay(
  tx: Tx,
  { day, from, until }: { readonly day: string; readonly from: Date; readonly until: Date },
): Promise<void> {
  await writes(tx).$executeRaw`
    INSERT INTO lane_day (workspace_id, carrier, lane, day, open, troubled)
    SELECT ${tx.workspaceId}::uuid, carrier, lane, ${day}::date, sum(open)::int, sum(troubled)::int
    FROM (
      SELECT ${carrierKey} AS carrier, s.lane, count(*) AS open, 0 AS troubled FROM shipment s
      WHERE s.workspace_id = ${tx.workspaceId}::uuid AND s.ended_at IS NULL GROUP BY 1, 2
      UNION ALL
      SELECT ${carrierKey}, s.lane, 0, count(*) FROM shipment s
      WHERE s.workspace_id = ${tx.workspaceId}::uuid AND s.trouble_at IS NOT NULL AND s.trouble_at >= ${from}::timestamptz
        AND s.trouble_at < ${until}::timestamptz GROUP BY 1, 2) lanes
    WHERE NOT (lane = ${unknownLane}::text AND carrier = '')
    GROUP BY carrier, lane
    ON CONFLICT (workspace_id, carrier, lane, day) DO UPDATE SET open = EXCLUDED.open, troubled = EXCLUDED.troubled`;
}

export async function dropLaneDays(tx: Tx, before: string): Promise<void> {
  await writes(tx).$executeRaw`
    DELETE FROM lane_day WHERE workspace_id = ${tx.workspaceId}::uuid AND day < ${before}::date`;
}

/** Parcels of a lane that came into trouble from a moment on. */
export function onLane({ carrier, lane }: LaneKey, since: Date): Prisma.Sql {
  return Prisma.sql`s.lane = ${lane}::text AND ${carrierKey} = ${carrier}::text AND s.trouble_at IS NOT NULL
    AND s.trouble_at >= ${since}::timestamptz`;
}

/** When the parcels of a lane that are still on their way came into trouble before a moment, the latest first. */
export async function troublesBefore(scope: Scope, lane: LaneKey, before: Date): Promise<readonly Date[]> {
  const rows = await reads(scope).$queryRaw<{ at: Date }[]>`
    SELECT DISTINCT s.trouble_at AS at FROM shipment s
    WHERE s.workspace_id = ${scope.workspaceId}::uuid AND s.lane = ${lane.lane}::text AND ${carrierKey} = ${lane.carrier}::text
      AND s.ended_at IS NULL AND s.trouble_at IS NOT NULL AND s.trouble_at < ${before}::timestamptz ORDER BY 1 DESC`;
  return rows.map(({ at }) => at);
}
