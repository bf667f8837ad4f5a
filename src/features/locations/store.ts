import type { Scope } from '../../core/runtime/database.ts';
import { reads } from '../../db/scope.ts';

export interface ListedLocation {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly timeZone: string;
  /** Minutes after which its numbers are shown as old. */
  readonly staleAfterMinutes: number;
  /** Who keeps its stock numbers: ours, or outside. */
  readonly record: string;
  /** A closed one is offered nowhere. */
  readonly active: boolean;
}

export async function listLocations(scope: Scope): Promise<readonly ListedLocation[]> {
  return await reads(scope).location.findMany({
    where: { workspaceId: scope.workspaceId },
    orderBy: [{ position: 'asc' }, { code: 'asc' }],
    select: {
      id: true,
      code: true,
      name: true,
      timeZone: true,
      staleAfterMinutes: true,
      record: true,
      active: true,
    },
  });
}

/** From one name to the next along the index: there are few among many SKUs. */
export async function listSuppliers(scope: Scope): Promise<readonly string[]> {
  const rows = await reads(scope).$queryRaw<{ supplier: string }[]>`
    WITH RECURSIVE known AS (
      SELECT min(supplier) AS supplier FROM sku WHERE workspace_id = ${scope.workspaceId}::uuid
      UNION ALL
      SELECT (SELECT min(s.supplier) FROM sku s WHERE s.workspace_id = ${scope.workspaceId}::uuid AND s.supplier > known.supplier)
      FROM known WHERE known.supplier IS NOT NULL
    )
    SELECT supplier FROM known WHERE supplier IS NOT NULL`;
  return rows.map(({ supplier }) => supplier);
}
