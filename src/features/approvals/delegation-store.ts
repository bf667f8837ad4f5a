import type { Scope } from '../../core/database.ts';
import { reads } from '../../db/scope.ts';

/** Whose rights these people may use at that moment, and who they are. Those who have left have none to give. */
export async function findOpenBetween(
  scope: Scope,
  ends: { readonly fromIds: readonly string[] } | { readonly toIds: readonly string[] },
  now: Date,
): Promise<readonly { readonly fromId: string; readonly toId: string }[]> {
  const [fromIds, toIds] = 'fromIds' in ends ? [ends.fromIds, null] : [null, ends.toIds];
  return await reads(scope).$queryRaw<{ fromId: string; toId: string }[]>`
    SELECT DISTINCT d.from_id AS "fromId", d.to_id AS "toId"
    FROM approval_delegation d
    JOIN person f ON f.workspace_id = d.workspace_id AND f.id = d.from_id AND f.departed_at IS NULL
    JOIN person t ON t.workspace_id = d.workspace_id AND t.id = d.to_id AND t.departed_at IS NULL
    WHERE d.workspace_id = ${scope.workspaceId}::uuid
      AND (${fromIds}::uuid[] IS NULL OR d.from_id = ANY(${fromIds}::uuid[]))
      AND (${toIds}::uuid[] IS NULL OR d.to_id = ANY(${toIds}::uuid[]))
      AND d.starts_at <= ${now} AND d.ends_at > ${now} AND d.ended_at IS NULL
    ORDER BY 1, 2`;
}
