import type { Scope } from '../../../core/runtime/database.ts';
import { reads } from '../../../db/scope.ts';
import type { PromiseTold } from '../order/model.ts';
import type { Held } from './model.ts';

/** Why and since when each of these orders is held; those that nobody holds are left out. */
export async function holdsIn(scope: Scope, orderIds: readonly string[]): Promise<ReadonlyMap<string, Held>> {
  if (orderIds.length === 0) return new Map();
  const rows = await reads(scope).$queryRaw<(Held & { orderId: string })[]>`
    SELECT h.order_id AS "orderId", min(h."from") AS since, string_agg(DISTINCT h.reason, ', ') AS reason
    FROM order_hold h
    WHERE h.workspace_id = ${scope.workspaceId}::uuid AND h.order_id = ANY(${orderIds}::uuid[]) AND h.until IS NULL
    GROUP BY 1`;
  return new Map(rows.map(({ orderId, ...held }) => [orderId, held]));
}

/** What the customer of each of these orders was told last; `by` is an id. */
export async function lastPromises(
  scope: Scope,
  orderIds: readonly string[],
): Promise<ReadonlyMap<string, PromiseTold>> {
  if (orderIds.length === 0) return new Map();
  const rows = await reads(scope).$queryRaw<(PromiseTold & { orderId: string })[]>`
    SELECT DISTINCT ON (p.order_id) p.order_id AS "orderId", p.ordinal, p.kind, p."on", p.zone, p.until,
      p.told_at AS "toldAt", p.source, p.by
    FROM order_promise p
    WHERE p.workspace_id = ${scope.workspaceId}::uuid AND p.order_id = ANY(${orderIds}::uuid[])
    ORDER BY p.order_id, p.ordinal DESC`;
  return new Map(rows.map(({ orderId, ...promise }) => [orderId, promise]));
}
