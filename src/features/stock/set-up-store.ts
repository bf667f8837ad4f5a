import type { Scope } from '../../core/runtime/database.ts';
import { reads } from '../../db/scope.ts';

export async function countSkus(scope: Scope): Promise<number> {
  return await reads(scope).sku.count({ where: { workspaceId: scope.workspaceId } });
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
