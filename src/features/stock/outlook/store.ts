import type { Scope } from '../../../core/runtime/database.ts';
import { reads } from '../../../db/scope.ts';
import type { AtHand } from './model.ts';

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

export async function levelsOf(
  scope: Scope,
  skuIds: readonly string[],
): Promise<ReadonlyMap<string, AtHand>> {
  const rows = await reads(scope).$queryRaw<(AtHand & { readonly skuId: string })[]>`
    SELECT l.sku_id AS "skuId", coalesce(sum(l.quantity) FILTER (WHERE l.bucket = 'available'), 0)::float8 AS available,
      coalesce(sum(l.quantity) FILTER (WHERE l.bucket = 'committed'), 0)::float8 AS committed
    FROM level l WHERE l.workspace_id = ${scope.workspaceId}::uuid AND l.sku_id = ANY(${skuIds}::uuid[])
    GROUP BY l.sku_id`;
  return new Map(rows.map(({ skuId, ...atHand }) => [skuId, atHand]));
}
