import type { Scope } from '../../../core/runtime/database.ts';
import { reads } from '../../../db/scope.ts';
import type { DisruptionKind } from './names.ts';

interface NamedDisruption {
  readonly kind: DisruptionKind;
  readonly carrierName: string | null;
  readonly origin: string | null;
  readonly destination: string | null;
}

interface NamedBurst {
  readonly carrierName: string;
  readonly lane: string;
}

/** What names the disruption that a button carries; null: it is no longer here. */
export async function disruptionCoded(scope: Scope, code: string): Promise<NamedDisruption | null> {
  const [one] = await reads(scope).$queryRaw<NamedDisruption[]>`
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
