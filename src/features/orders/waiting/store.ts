import type { Scope } from '../../../core/runtime/database.ts';
import { reads } from '../../../db/scope.ts';
import type { WaitingOrders } from './model.ts';

/** Open orders with pieces of these SKUs still to send, by SKU; as the mention on a SKU's card counts them. */
export async function waitingBySku(
  scope: Scope,
  skuIds: readonly string[],
): Promise<ReadonlyMap<string, WaitingOrders>> {
  const rows = await reads(scope).$queryRaw<(WaitingOrders & { readonly skuId: string })[]>`
    SELECT w.sku_id AS "skuId", count(DISTINCT o.id)::int AS orders, sum(w.open)::float8 AS pieces, min(o.ship_by) AS "shipBy"
    FROM order_line w JOIN "order" o ON o.workspace_id = w.workspace_id AND o.id = w.order_id
    WHERE w.workspace_id = ${scope.workspaceId}::uuid AND w.sku_id = ANY(${skuIds}::uuid[]) AND w.open > 0
      AND o.stage IN ('placed', 'paid', 'allocated', 'picked', 'packed', 'labelled')
      AND o.kind = 'sale' AND NOT o.test AND NOT o.draft AND NOT o.digital AND o.merged_into IS NULL
    GROUP BY w.sku_id`;
  return new Map(rows.map(({ skuId, ...waiting }) => [skuId, waiting]));
}
