import type { Scope } from '../../core/runtime/database.ts';
import { reads } from '../../db/scope.ts';

/** How many there are, counted to `most` and one more. */
export async function countSkus(scope: Scope, most: number): Promise<number> {
  const [counted] = await reads(scope).$queryRaw<{ skus: number }[]>`
    SELECT count(*)::int AS skus FROM (
      SELECT 1 FROM sku WHERE workspace_id = ${scope.workspaceId}::uuid ORDER BY workspace_id, id LIMIT ${most + 1}
    ) AS counted`;
  return counted?.skus ?? 0;
}

/** How many locations something has told levels of. */
export async function countFedLocations(scope: Scope): Promise<number> {
  const feeds = await reads(scope).feed.findMany({
    where: { workspaceId: scope.workspaceId, kind: 'levels' },
    distinct: ['location'],
    select: { location: true },
  });
  return feeds.length;
}
