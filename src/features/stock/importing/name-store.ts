import type { Scope } from '../../../core/runtime/database.ts';
import { reads } from '../../../db/scope.ts';
import type { Named } from './name-rules.ts';

/** The SKUs that each key names: the one with that code, else all with that alias or barcode. Unknown keys are absent. */
export async function skusNamed(
  scope: Scope,
  keys: readonly string[],
): Promise<ReadonlyMap<string, readonly Named[]>> {
  // Materialized: a planner that takes a table just filled for empty would look up each key once for each SKU.
  const rows = await reads(scope).$queryRaw<(Named & { key: string; isCode: boolean })[]>`
    WITH found AS MATERIALIZED (
      SELECT k.key, one.id
      FROM UNNEST(${[...new Set(keys)]}::text[]) AS k (key)
      CROSS JOIN LATERAL (
        SELECT id FROM sku WHERE workspace_id = ${scope.workspaceId}::uuid AND code_key = k.key
        UNION
        SELECT id FROM sku WHERE workspace_id = ${scope.workspaceId}::uuid AND barcode = k.key
        UNION
        SELECT sku_id FROM sku_alias WHERE workspace_id = ${scope.workspaceId}::uuid AND alias_key = k.key
      ) one
    )
    SELECT found.key, s.id, s.code, s.code_key = found.key AS "isCode"
    FROM found JOIN sku s ON s.workspace_id = ${scope.workspaceId}::uuid AND s.id = found.id
    ORDER BY found.key, s.code_key = found.key DESC, s.code_key`;
  const named = new Map<string, Named[]>();
  const byCode = new Set<string>();
  for (const { key, id, code, isCode } of rows) {
    // Its own code comes first, and then no other name counts.
    if (byCode.has(key)) continue;
    if (isCode) byCode.add(key);
    named.set(key, [...(named.get(key) ?? []), { id, code }]);
  }
  return named;
}
