import type { Scope } from '../../../core/runtime/database.ts';
import { reads } from '../../../db/scope.ts';
import type { Unallocated } from './model.ts';

/** Of each of these orders the first line whose pieces are not all set aside, and how many more lines there are of the kind. */
export async function unallocatedIn(
  scope: Scope,
  orderIds: readonly string[],
): Promise<ReadonlyMap<string, Unallocated>> {
  if (orderIds.length === 0) return new Map();
  const rows = await reads(scope).$queryRaw<(Unallocated & { orderId: string })[]>`
    SELECT DISTINCT ON (w.order_id) w.order_id AS "orderId", w.code, w.sku_id AS "skuId",
      (count(*) OVER (PARTITION BY w.order_id) - 1)::int AS others
    FROM order_line w
    WHERE w.workspace_id = ${scope.workspaceId}::uuid AND w.order_id = ANY(${orderIds}::uuid[])
      AND w.open > 0 AND w.allocated < w.ordered - w.cancelled
    ORDER BY w.order_id, w.ordinal`;
  return new Map(rows.map(({ orderId, ...line }) => [orderId, line]));
}
