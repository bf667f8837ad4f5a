import type { Scope } from '../../../core/runtime/database.ts';
import { reads } from '../../../db/scope.ts';
import type { ToldMark } from './model.ts';

/** What was told of these parts of orders, and not taken back. */
export async function marksTold(
  scope: Scope,
  orderIds: readonly string[],
  parts: readonly string[],
): Promise<readonly ToldMark[]> {
  return await reads(scope).$queryRaw<ToldMark[]>`
    SELECT order_id AS "orderId", what, part, at, source FROM order_milestone
    WHERE workspace_id = ${scope.workspaceId}::uuid AND order_id = ANY(${orderIds}::uuid[])
      AND part = ANY(${parts}::text[]) AND NOT retracted`;
}

/** When the latest statements with these facets were made, by order. */
export async function lastVersions(
  scope: Scope,
  orderIds: readonly string[],
  facets: readonly string[],
): Promise<ReadonlyMap<string, Date>> {
  const rows = await reads(scope).$queryRaw<{ orderId: string; at: Date }[]>`
    SELECT order_id AS "orderId", max(version_at) AS at FROM order_statement
    WHERE workspace_id = ${scope.workspaceId}::uuid AND order_id = ANY(${orderIds}::uuid[])
      AND facet = ANY(${facets}::text[]) GROUP BY order_id`;
  return new Map(rows.map(({ orderId, at }) => [orderId, at]));
}
