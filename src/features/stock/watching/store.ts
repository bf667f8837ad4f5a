import type { Scope, Tx } from '../../../core/runtime/database.ts';
import { reads, writes } from '../../../db/scope.ts';
import type { WatchedLine } from './rules.ts';

/**
 * Waits for changes of the SKU's levels in progress and blocks new ones: a change that does not see the new watch must
 * show on its first card.
 */
export async function holdLevels(tx: Tx, skuId: string): Promise<void> {
  const { workspaceId } = tx;
  await writes(tx).$queryRaw`
    SELECT id FROM sku WHERE workspace_id = ${workspaceId}::uuid AND id = ${skuId}::uuid FOR UPDATE`;
  await writes(tx).$queryRaw`
    SELECT bucket FROM level WHERE workspace_id = ${workspaceId}::uuid AND sku_id = ${skuId}::uuid
    ORDER BY location_id, bucket FOR SHARE`;
}

/** List lines of these SKUs, by id. */
export async function skuLines(
  scope: Scope,
  skuIds: readonly string[],
): Promise<ReadonlyMap<string, Omit<WatchedLine, 'place'>>> {
  if (skuIds.length === 0) return new Map();
  const rows = await reads(scope).$queryRaw<Omit<WatchedLine, 'place'>[]>`
    SELECT s.id AS "skuId", s.code, s.title, (
      SELECT sum(l.quantity)::int FROM level l
      WHERE l.workspace_id = s.workspace_id AND l.sku_id = s.id AND l.bucket = 'available') AS available
    FROM sku s WHERE s.workspace_id = ${scope.workspaceId}::uuid AND s.id = ANY(${skuIds}::uuid[])`;
  return new Map(rows.map((row) => [row.skuId, row]));
}

/** The SKUs with a level in a location, among these. */
export async function skusIn(
  scope: Scope,
  locationId: string,
  skuIds: readonly string[],
): Promise<readonly string[]> {
  const rows = await reads(scope).level.findMany({
    where: { workspaceId: scope.workspaceId, locationId, skuId: { in: [...skuIds] } },
    distinct: ['skuId'],
    select: { skuId: true },
  });
  return rows.map(({ skuId }) => skuId);
}
