import type { Scope } from '../../core/runtime/database.ts';
import { reads } from '../../db/scope.ts';

export async function findZone(scope: Scope, code: string): Promise<string | null> {
  const row = await reads(scope).location.findUnique({
    where: { workspaceId_code: { workspaceId: scope.workspaceId, code } },
    select: { timeZone: true },
  });
  return row?.timeZone ?? null;
}
