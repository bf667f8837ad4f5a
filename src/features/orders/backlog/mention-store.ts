import type { Thing } from '../../../core/tokens/asking.ts';
import { Prisma } from '../../../db/generated/client.ts';

/** Whether anything is still to be sent of a SKU, as SQL. Of anything else the id is none of ours. */
export function isWaitedFor({ workspace, what, ref }: Thing): Prisma.Sql {
  return Prisma.sql`CASE WHEN ${what} = 'sku' THEN EXISTS (
    SELECT 1 FROM order_line w WHERE w.workspace_id = ${workspace} AND w.sku_id = (${ref})::uuid AND w.open > 0) ELSE false END`;
}

/** How many orders wait for how many pieces of it, and the first ship-by of them, as SQL. */
export function waitingFor(workspaceId: string, { what, ref }: Thing): Prisma.Sql {
  return Prisma.sql`CASE WHEN ${what} = 'sku' THEN (
    SELECT json_build_object('orders', count(DISTINCT o.id), 'pieces', coalesce(sum(w.open), 0), 'shipBy', min(o.ship_by),
      'held', count(DISTINCT o.id) FILTER (WHERE o.on_hold))
    FROM order_line w JOIN "order" o ON o.workspace_id = w.workspace_id AND o.id = w.order_id
    WHERE w.workspace_id = ${workspaceId}::uuid AND w.sku_id = (${ref})::uuid AND w.open > 0
      AND o.stage IN ('placed', 'paid', 'allocated', 'picked', 'packed', 'labelled')
      AND o.kind = 'sale' AND NOT o.test AND NOT o.draft AND NOT o.digital AND o.merged_into IS NULL
    HAVING count(*) > 0) END`;
}
