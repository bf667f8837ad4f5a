import type { Scope, Tx } from '../../../core/runtime/database.ts';
import { Prisma } from '../../../db/generated/client.ts';
import { reads, writes } from '../../../db/scope.ts';
import { foldVersion } from '../fold/model.ts';
import type { StoredOrder } from '../rules.ts';
import { orderColumns, orderFields, toldOrders } from './order-columns-store.ts';
import type { NamedOrder, OrderKey } from './rows-model.ts';

/** The orders with these keys or ids, as they are now. */
export async function ordersNamed(
  scope: Scope,
  keys: readonly OrderKey[],
  ids: readonly string[] = [],
): Promise<readonly NamedOrder[]> {
  return await reads(scope).$queryRaw<NamedOrder[]>`/* prepared: orders.named */
    SELECT o.id, o.channel, o.number_key AS "numberKey" FROM UNNEST(
      ${keys.map((k) => k.channel)}::text[], ${keys.map((k) => k.numberKey)}::text[]) AS k (channel, number_key)
    JOIN "order" o ON o.workspace_id = ${scope.workspaceId}::uuid AND o.channel = k.channel AND o.number_key = k.number_key
    UNION SELECT id, channel, number_key FROM "order"
    WHERE workspace_id = ${scope.workspaceId}::uuid AND id = ANY(${ids}::uuid[])`;
}

export async function storedOrders(scope: Scope, ids: readonly string[]): Promise<readonly StoredOrder[]> {
  return await reads(scope).$queryRaw<StoredOrder[]>`/* prepared: orders.stored */
    SELECT ${orderFields} FROM "order"
    WHERE workspace_id = ${scope.workspaceId}::uuid AND id = ANY(${ids}::uuid[])`;
}

/**
 * Adds these orders, and holds those that are there until the transaction ends, in one order for everybody: by channel
 * and number. Nobody looks first and locks later, or two would deadlock or add one order twice. Answers the ids of those
 * that were added; the others must be read again, since somebody may have changed them meanwhile.
 */
export async function openOrders(
  tx: Tx,
  orders: readonly StoredOrder[],
  now: Date,
): Promise<ReadonlySet<string>> {
  // DO UPDATE locks the row even where its condition leaves it as it is.
  const added = await writes(tx).$queryRaw<{ id: string }[]>`/* prepared: orders.open */
    INSERT INTO "order" (workspace_id, updated_at, ${orderColumns})
    SELECT ${tx.workspaceId}::uuid, ${now}::timestamptz, told.* FROM ${toldOrders(orders)}
    ORDER BY channel, number_key
    ON CONFLICT (workspace_id, channel, number_key) DO UPDATE SET stage = "order".stage WHERE false
    RETURNING id`;
  return new Set(added.map(({ id }) => id));
}

/** Writes orders that are there, and held. */
export async function updateOrders(tx: Tx, orders: readonly StoredOrder[], now: Date): Promise<void> {
  if (orders.length === 0) return;
  await writes(tx).$executeRaw`/* prepared: orders.update */
    UPDATE "order" o SET updated_at = ${now}::timestamptz, (${orderColumns}) = (SELECT told.*)
    FROM ${toldOrders(orders)} WHERE o.workspace_id = ${tx.workspaceId}::uuid AND o.id = told.id`;
}

// As order_unshipped_idx has it.
const unsent = Prisma.sql`stage IN ('placed', 'paid', 'allocated', 'picked', 'packed', 'labelled')`;

/**
 * Orders still to be sent that an earlier release of the fold made, or none; of those stored by hand too. Closed ones
 * stay as they were judged.
 */
export async function unfoldedOrders(scope: Scope, limit: number): Promise<readonly NamedOrder[]> {
  return await reads(scope).$queryRaw<NamedOrder[]>`
    SELECT id, channel, number_key AS "numberKey" FROM "order" o
    WHERE workspace_id = ${scope.workspaceId}::uuid
      AND ${unsent} AND fold_version < ${foldVersion}::int
    ORDER BY channel, number_key LIMIT ${limit}::int`;
}

/** All orders still to be sent. */
export async function openOrderIds(scope: Scope): Promise<readonly string[]> {
  const rows = await reads(scope).$queryRaw<{ id: string }[]>`
    SELECT id FROM "order"
    WHERE workspace_id = ${scope.workspaceId}::uuid AND ${unsent}
    ORDER BY channel, number_key`;
  return rows.map(({ id }) => id);
}

export async function analyzeOrders(tx: Tx): Promise<void> {
  await writes(tx)
    .$executeRaw`ANALYZE "order", order_line, sku_day, order_statement, order_milestone, order_promise`;
}
