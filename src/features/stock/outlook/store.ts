import type { Scope } from '../../../core/runtime/database.ts';
import { reads } from '../../../db/scope.ts';

/** What SKUs sell for, by their ids. */
export async function pricesOf(
  scope: Scope,
  ids: readonly string[],
): Promise<ReadonlyMap<string, { readonly priceMinor: bigint | null; readonly currency: string }>> {
  const rows = await reads(scope).sku.findMany({
    where: { workspaceId: scope.workspaceId, id: { in: [...ids] } },
    select: { id: true, priceMinor: true, currency: true },
  });
  return new Map(rows.map(({ id, ...price }) => [id, price]));
}
