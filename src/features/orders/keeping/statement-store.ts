import type { Scope, Tx } from '../../../core/runtime/database.ts';
import { reads, writes } from '../../../db/scope.ts';
import { byOrder } from './by-order.ts';
import type { StoredStatement } from './rows-model.ts';

/** All statements of these orders by order id. */
export async function statementsOf(
  scope: Scope,
  orderIds: readonly string[],
): Promise<ReadonlyMap<string, readonly StoredStatement[]>> {
  const rows = await reads(scope).$queryRaw<StoredStatement[]>`/* prepared: orders.statements */
    SELECT order_id AS "orderId", source, facet, version_at AS "versionAt", hash, said::text AS said, delivery_id AS "deliveryId"
    FROM order_statement WHERE workspace_id = ${scope.workspaceId}::uuid AND order_id = ANY(${orderIds}::uuid[])`;
  return byOrder(rows);
}

/** Adds statements; of one that is there, what it says is kept beside it from now on. */
export async function keepStatements(tx: Tx, statements: readonly StoredStatement[]): Promise<void> {
  if (statements.length === 0) return;
  await writes(tx).$executeRaw`/* prepared: orders.keep-statements */
    INSERT INTO order_statement (workspace_id, order_id, source, facet, version_at, hash, said, delivery_id)
    SELECT ${tx.workspaceId}::uuid, told.* FROM UNNEST(
      ${statements.map((s) => s.orderId)}::uuid[], ${statements.map((s) => s.source)}::text[],
      ${statements.map((s) => s.facet)}::text[], ${statements.map((s) => s.versionAt)}::timestamptz[],
      ${statements.map((s) => s.hash)}::text[], ${statements.map((s) => s.said)}::jsonb[],
      ${statements.map((s) => s.deliveryId)}::uuid[]) AS told
    ON CONFLICT (workspace_id, order_id, source, facet, version_at, hash) DO UPDATE SET said = EXCLUDED.said
      WHERE order_statement.said IS NULL AND EXCLUDED.said IS NOT NULL`;
}
