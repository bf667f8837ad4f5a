import type { Scope } from '../../../core/runtime/database.ts';
import { reads } from '../../../db/scope.ts';
import type { Walked } from '../booking/store.ts';
import type { NamedOrder } from '../keeping/rows-model.ts';

/** SKUs at one location, and where a walk over their open lines stands. */
interface Shelves {
  readonly skuIds: readonly string[];
  readonly locationId: string;
  readonly after: Walked | null;
}

/**
 * The orders of the next open lines of these SKUs that hold pieces at the location, or have held some, booked or not.
 * `last`: where the walk goes on; null: it has ended.
 */
export async function openAt(
  scope: Scope,
  { skuIds, locationId, after }: Shelves,
  size: number,
): Promise<{ readonly orders: readonly NamedOrder[]; readonly last: Walked | null }> {
  const { workspaceId } = scope;
  const from = after ?? { skuId: nobody, orderId: nobody };
  const rows = await reads(scope).$queryRaw<(NamedOrder & Walked & { readonly isHere: boolean })[]>`
    WITH walked AS MATERIALIZED (
      SELECT l.sku_id, l.order_id FROM order_line l
      WHERE l.workspace_id = ${workspaceId}::uuid AND l.open > 0 AND l.sku_id = ANY(${[...skuIds]}::uuid[])
        AND (l.sku_id, l.order_id) > (${from.skuId}::uuid, ${from.orderId}::uuid)
      ORDER BY l.sku_id, l.order_id LIMIT ${size}::int
    )
    SELECT o.id, o.channel, o.number_key AS "numberKey", w.sku_id AS "skuId", w.order_id AS "orderId",
      coalesce(o.location_id = ${locationId}::uuid, false) OR EXISTS (
        SELECT 1 FROM fulfilment f WHERE f.workspace_id = ${workspaceId}::uuid AND f.order_id = o.id
          AND f.location_id = ${locationId}::uuid) AS "isHere"
    FROM walked w JOIN "order" o ON o.workspace_id = ${workspaceId}::uuid AND o.id = w.order_id
    ORDER BY w.sku_id, w.order_id`;
  const last = rows.length === size ? rows.at(-1) : undefined;
  const here = rows.filter(({ isHere }) => isHere);
  return {
    orders: [...new Map(here.map(({ id, channel, numberKey }) => [id, { id, channel, numberKey }])).values()],
    last: last ? { skuId: last.skuId, orderId: last.orderId } : null,
  };
}

const nobody = '00000000-0000-0000-0000-000000000000';
