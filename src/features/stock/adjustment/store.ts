import type { Scope } from '../../../core/runtime/database.ts';
import { reads } from '../../../db/scope.ts';

export interface Place {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly kind: string;
  /** ours or outside: who keeps its stock numbers. */
  readonly record: string;
  /** What a closed one holds can only be taken away. */
  readonly active: boolean;
}

/** Every location, in the shop's order. */
export async function listLocations(scope: Scope): Promise<readonly Place[]> {
  return await reads(scope).location.findMany({
    where: { workspaceId: scope.workspaceId },
    select: { id: true, code: true, name: true, kind: true, record: true, active: true },
    orderBy: [{ position: 'asc' }, { code: 'asc' }],
  });
}

/** The unit cost as text, in minor units. */
export async function findCost(
  scope: Scope,
  skuId: string,
): Promise<{ readonly unitCost: string | null; readonly currency: string } | null> {
  const row = await reads(scope).sku.findUnique({
    where: { workspaceId_id: { workspaceId: scope.workspaceId, id: skuId } },
    select: { unitCostMinor: true, currency: true },
  });
  return row && { unitCost: row.unitCostMinor?.toString() ?? null, currency: row.currency };
}
