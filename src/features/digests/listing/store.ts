import type { Scope } from '../../../core/runtime/database.ts';
import { reads } from '../../../db/scope.ts';
import type { Edition } from '../edition/model.ts';
import { editionOf } from '../edition/store.ts';

export { lastSlots, slotsOf } from '../../../db/slots.ts';

/** What was posted by hand, the newest first. */
export async function extraEditions(scope: Scope, id: string, limit: number): Promise<readonly Edition[]> {
  const rows = await reads(scope).digestEdition.findMany({
    where: { workspaceId: scope.workspaceId, digestId: id, slotAt: null },
    orderBy: { askedAt: 'desc' },
    take: limit,
  });
  return rows.map(editionOf);
}
