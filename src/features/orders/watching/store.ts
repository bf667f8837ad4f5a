import type { Scope, Tx } from '../../../core/runtime/database.ts';
import { reads, writes } from '../../../db/scope.ts';

/** Waits for changes of the order in progress and blocks new ones: what does not see the new watch shows on its card. */
export async function holdOrder(tx: Tx, id: string): Promise<void> {
  await writes(tx).$queryRaw`
    SELECT id FROM "order" WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ${id}::uuid FOR SHARE`;
}

/** Those of these orders that were written at or after a moment. */
export async function writtenSince(
  scope: Scope,
  ids: readonly string[],
  since: Date,
): Promise<readonly string[]> {
  const rows = await reads(scope).order.findMany({
    where: { workspaceId: scope.workspaceId, id: { in: [...ids] }, updatedAt: { gte: since } },
    orderBy: { id: 'asc' },
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}
