import type { Scope } from '../../../core/runtime/database.ts';
import { reads } from '../../../db/scope.ts';
import { isLateOrWillBe } from '../status/late-store.ts';
import { disruptionColumns, isInside, isOver } from './clauses-store.ts';
import type { DisruptionNamed, DisruptionOver } from './names.ts';

interface NamedBurst {
  readonly carrierName: string;
  readonly lane: string;
}

/** What names the disruption that a button carries; null: it is no longer here. */
export async function disruptionCoded(scope: Scope, code: string): Promise<DisruptionNamed | null> {
  const [one] = await reads(scope).$queryRaw<DisruptionNamed[]>`
    SELECT kind, carrier_name AS "carrierName", origin, destination FROM disruption
    WHERE workspace_id = ${scope.workspaceId}::uuid AND right(id::text, 8) = ${code.slice(1)}`;
  return one ?? null;
}

/** The same of a burst. */
export async function burstCoded(scope: Scope, code: string): Promise<NamedBurst | null> {
  const [one] = await reads(scope).$queryRaw<NamedBurst[]>`
    SELECT carrier_name AS "carrierName", lane FROM lane_burst
    WHERE workspace_id = ${scope.workspaceId}::uuid AND right(id::text, 8) = ${code.slice(1)}`;
  return one ?? null;
}

/** Those that a parcel on its way came into trouble inside, and those that go on over its lane. */
export async function disruptionsOf(
  scope: Scope,
  { id, now, limit }: { readonly id: string; readonly now: Date; readonly limit: number },
): Promise<readonly DisruptionOver[]> {
  return await reads(scope).$queryRaw<DisruptionOver[]>`
    SELECT d.id, d.kind, d.carrier_name AS "carrierName", d.origin, d.destination, d.from_at AS "fromAt",
      d.ended_at AS "endedAt",
      CASE WHEN ${isInside(disruptionColumns)} THEN 'inside' WHEN s.trouble_at < d.from_at THEN 'before'
        WHEN s.trouble_at IS NOT NULL OR (${isLateOrWillBe(now)}) THEN 'late' ELSE 'beside' END AS stands
    FROM shipment s JOIN disruption d ON d.workspace_id = s.workspace_id
    WHERE s.workspace_id = ${scope.workspaceId}::uuid AND s.id = ${id}::uuid AND s.ended_at IS NULL
      AND ((${isInside(disruptionColumns)}) OR (d.ended_at IS NULL AND d.from_at <= ${now}::timestamptz AND ${isOver(disruptionColumns)}))
    ORDER BY d.from_at DESC, d.id LIMIT ${limit}::int`;
}
