import type { Scope } from '../../../core/runtime/database.ts';
import { Prisma } from '../../../db/generated/client.ts';
import { reads } from '../../../db/scope.ts';
import type { Needed, WaitingOrders } from './model.ts';

/** Of lines `w` of orders `o`: their pieces are still to send; as the mention on a SKU's card counts them. */
const isToSend = Prisma.sql`w.open > 0 AND o.stage IN ('placed', 'paid', 'allocated', 'picked', 'packed', 'labelled')
  AND o.kind = 'sale' AND NOT o.test AND NOT o.draft AND NOT o.digital AND o.merged_into IS NULL`;

export async function neededBySku(scope: Scope, skuIds: readonly string[]): Promise<readonly Needed[]> {
  return await reads(scope).$queryRaw<Needed[]>`
    SELECT w.sku_id AS "skuId", sum(w.open)::float8 AS pieces
    FROM order_line w JOIN "order" o ON o.workspace_id = w.workspace_id AND o.id = w.order_id
    WHERE w.workspace_id = ${scope.workspaceId}::uuid AND w.sku_id = ANY(${skuIds}::uuid[]) AND ${isToSend}
    GROUP BY w.sku_id`;
}

/** So many of the orders are named. */
const named = 3;

/** Of SKUs of which so many of the needed pieces are here, the orders that those do not reach: the first ship-by is served first. */
export async function ordersBeyond(
  scope: Scope,
  here: readonly { readonly skuId: string; readonly pieces: number }[],
): Promise<ReadonlyMap<string, Omit<WaitingOrders, 'pieces'>>> {
  const skuIds = here.map(({ skuId }) => skuId);
  const rows = await reads(scope).$queryRaw<(Omit<WaitingOrders, 'pieces'> & { readonly skuId: string })[]>`
    SELECT l.sku_id AS "skuId", count(DISTINCT l.id)::int AS orders, min(l.ship_by) AS "shipBy",
      (array_agg(l.number ORDER BY l.upto, l.id))[1:${named}::int] AS first
    FROM (
      SELECT DISTINCT ON (w.sku_id, o.id) w.sku_id, o.id, o.number, o.ship_by,
        sum(w.open) OVER (PARTITION BY w.sku_id ORDER BY o.ship_by NULLS LAST, o.placed_at, o.id) AS upto
      FROM order_line w JOIN "order" o ON o.workspace_id = w.workspace_id AND o.id = w.order_id
      WHERE w.workspace_id = ${scope.workspaceId}::uuid AND w.sku_id = ANY(${skuIds}::uuid[]) AND ${isToSend}) l
    JOIN unnest(${skuIds}::uuid[], ${here.map(({ pieces }) => pieces)}::float8[]) AS here(sku_id, pieces) USING (sku_id)
    WHERE l.upto > here.pieces GROUP BY l.sku_id`;
  return new Map(rows.map(({ skuId, ...waiting }) => [skuId, waiting]));
}
