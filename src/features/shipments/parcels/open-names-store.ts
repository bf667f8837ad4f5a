import type { Scope } from '../../../core/runtime/database.ts';
import { reads } from '../../../db/scope.ts';
import { unknownLane } from '../fold/lane-rules.ts';
import { isOpen } from '../status/late-store.ts';
import { carrier, codes, ends } from './clauses-store.ts';

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
