import type { Scope, Tx } from '../../../core/runtime/database.ts';
import { reads, writes } from '../../../db/scope.ts';

/** When sources said what these SKUs show; those that no source tells are left out. */
export async function toldAtOf(scope: Scope, ids: readonly string[]): Promise<ReadonlyMap<string, Date>> {
  const rows = await reads(scope).sku.findMany({
    where: { workspaceId: scope.workspaceId, id: { in: [...ids] }, toldAt: { not: null } },
    select: { id: true, toldAt: true },
  });
  return new Map(rows.flatMap(({ id, toldAt }) => (toldAt ? [[id, toldAt] as const] : [])));
}

export async function keepToldAt(
  tx: Tx,
  told: readonly { readonly id: string; readonly at: Date }[],
): Promise<void> {
  const rows = told.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  await writes(tx).$executeRaw`
    UPDATE sku SET told_at = GREATEST(sku.told_at, t.at)
    FROM UNNEST(${rows.map(({ id }) => id)}::uuid[], ${rows.map(({ at }) => at)}::timestamptz[]) AS t (id, at)
    WHERE sku.workspace_id = ${tx.workspaceId}::uuid AND sku.id = t.id`;
}
