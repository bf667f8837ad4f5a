import type { Scope, Tx } from '../../../core/runtime/database.ts';
import { Prisma } from '../../../db/generated/client.ts';
import { reads, writes } from '../../../db/scope.ts';
import type { StoredLine, StoredOrder } from '../rules.ts';

interface OrderKey {
  readonly channel: string;
  readonly numberKey: string;
}

/**
 * The orders with these keys, by "channel\nKEY". `lock`: until the transaction ends; two imports that add lines to an
 * order at once would choose the same places.
 */
export async function ordersByKey(
  scope: Scope,
  keys: readonly OrderKey[],
  { lock }: { readonly lock: boolean },
): Promise<Map<string, StoredOrder>> {
  const rows = await reads(scope).$queryRaw<StoredOrder[]>`
    SELECT id, number, number_key AS "numberKey", kind, channel, currency, customer_reference AS "customerReference",
      ship_to_country AS "shipToCountry", stage, placed_at AS "placedAt", paid_at AS "paidAt", allocated_at AS "allocatedAt",
      picked_at AS "pickedAt", packed_at AS "packedAt", handed_over_at AS "handedOverAt", delivered_at AS "deliveredAt",
      cancelled_at AS "cancelledAt", ship_by AS "shipBy", promised_by AS "promisedBy",
      promised_by_revised AS "promisedByRevised", location_id AS "locationId"
    FROM "order" WHERE workspace_id = ${scope.workspaceId}::uuid AND (channel, number_key) IN (
      SELECT * FROM UNNEST(${keys.map((k) => k.channel)}::text[], ${keys.map((k) => k.numberKey)}::text[]))
    ${lock ? Prisma.sql`ORDER BY id FOR UPDATE` : Prisma.empty}`;
  return new Map(rows.map((row) => [`${row.channel}\n${row.numberKey}`, row]));
}

/** All lines of these orders by order id, in their order. */
export async function linesOf(
  scope: Scope,
  orderIds: readonly string[],
): Promise<ReadonlyMap<string, readonly StoredLine[]>> {
  const rows = await reads(scope).$queryRaw<StoredLine[]>`
    SELECT order_id AS "orderId", ordinal, source_line AS "sourceLine", sku_id AS "skuId", code, title, kind, ordered,
      allocated, picked, shipped, cancelled, refunded, unit_price_minor AS "unitPriceMinor", placed_at AS "placedAt"
    FROM order_line WHERE workspace_id = ${scope.workspaceId}::uuid AND order_id = ANY(${orderIds}::uuid[])
    ORDER BY order_id, ordinal`;
  const lines = new Map<string, StoredLine[]>();
  for (const row of rows) {
    const own = lines.get(row.orderId) ?? [];
    own.push(row);
    lines.set(row.orderId, own);
  }
  return lines;
}

export async function deleteLines(tx: Tx, lines: readonly StoredLine[]): Promise<void> {
  if (lines.length === 0) return;
  await writes(tx).$executeRaw`
    DELETE FROM order_line WHERE workspace_id = ${tx.workspaceId}::uuid AND (order_id, ordinal) IN (
      SELECT * FROM UNNEST(${lines.map((l) => l.orderId)}::uuid[], ${lines.map((l) => l.ordinal)}::int[]))`;
}

export async function upsertOrders(tx: Tx, orders: readonly StoredOrder[], now: Date): Promise<void> {
  if (orders.length === 0) return;
  // A fixed order: two imports at once would deadlock.
  const rows = orders.toSorted((a, b) => (a.numberKey < b.numberKey ? -1 : 1));
  await writes(tx).$executeRaw`
    INSERT INTO "order" (workspace_id, id, number, number_key, kind, channel, currency, customer_reference, ship_to_country,
      stage, placed_at, paid_at, allocated_at, picked_at, packed_at, handed_over_at, delivered_at, cancelled_at, ship_by,
      promised_by, promised_by_revised, location_id, on_hold, source, updated_at)
    SELECT ${tx.workspaceId}::uuid, o.*, false, 'import', ${now}::timestamptz FROM UNNEST(
      ${rows.map((o) => o.id)}::uuid[], ${rows.map((o) => o.number)}::text[], ${rows.map((o) => o.numberKey)}::text[],
      ${rows.map((o) => o.kind)}::text[], ${rows.map((o) => o.channel)}::text[], ${rows.map((o) => o.currency)}::text[],
      ${rows.map((o) => o.customerReference)}::text[], ${rows.map((o) => o.shipToCountry)}::text[],
      ${rows.map((o) => o.stage)}::text[], ${rows.map((o) => o.placedAt)}::timestamptz[],
      ${rows.map((o) => o.paidAt)}::timestamptz[], ${rows.map((o) => o.allocatedAt)}::timestamptz[],
      ${rows.map((o) => o.pickedAt)}::timestamptz[], ${rows.map((o) => o.packedAt)}::timestamptz[],
      ${rows.map((o) => o.handedOverAt)}::timestamptz[], ${rows.map((o) => o.deliveredAt)}::timestamptz[],
      ${rows.map((o) => o.cancelledAt)}::timestamptz[], ${rows.map((o) => o.shipBy)}::timestamptz[],
      ${rows.map((o) => o.promisedBy)}::timestamptz[], ${rows.map((o) => o.promisedByRevised)}::timestamptz[],
      ${rows.map((o) => o.locationId)}::uuid[]) AS o
    ON CONFLICT (workspace_id, channel, number_key) DO UPDATE SET kind = EXCLUDED.kind, currency = EXCLUDED.currency,
      customer_reference = EXCLUDED.customer_reference, ship_to_country = EXCLUDED.ship_to_country, stage = EXCLUDED.stage,
      placed_at = EXCLUDED.placed_at, paid_at = EXCLUDED.paid_at, allocated_at = EXCLUDED.allocated_at,
      picked_at = EXCLUDED.picked_at, packed_at = EXCLUDED.packed_at, handed_over_at = EXCLUDED.handed_over_at,
      delivered_at = EXCLUDED.delivered_at, cancelled_at = EXCLUDED.cancelled_at, ship_by = EXCLUDED.ship_by,
      promised_by = EXCLUDED.promised_by, promised_by_revised = EXCLUDED.promised_by_revised,
      location_id = EXCLUDED.location_id, source = EXCLUDED.source, updated_at = EXCLUDED.updated_at`;
}

export async function upsertLines(tx: Tx, lines: readonly StoredLine[]): Promise<void> {
  if (lines.length === 0) return;
  await writes(tx).$executeRaw`
    INSERT INTO order_line (workspace_id, order_id, ordinal, source_line, sku_id, code, title, kind, ordered, allocated, picked, shipped,
      cancelled, refunded, unit_price_minor, placed_at)
    SELECT ${tx.workspaceId}::uuid, l.* FROM UNNEST(
      ${lines.map((l) => l.orderId)}::uuid[], ${lines.map((l) => l.ordinal)}::int[],
      ${lines.map((l) => l.sourceLine)}::text[], ${lines.map((l) => l.skuId)}::uuid[], ${lines.map((l) => l.code)}::text[], ${lines.map((l) => l.title)}::text[], ${lines.map((l) => l.kind)}::text[],
      ${lines.map((l) => l.ordered)}::int[], ${lines.map((l) => l.allocated)}::int[], ${lines.map((l) => l.picked)}::int[],
      ${lines.map((l) => l.shipped)}::int[], ${lines.map((l) => l.cancelled)}::int[], ${lines.map((l) => l.refunded)}::int[],
      ${lines.map((l) => l.unitPriceMinor)}::bigint[], ${lines.map((l) => l.placedAt)}::timestamptz[]) AS l
    ON CONFLICT (workspace_id, order_id, ordinal) DO UPDATE SET source_line = EXCLUDED.source_line, sku_id = EXCLUDED.sku_id, code = EXCLUDED.code,
      title = EXCLUDED.title, kind = EXCLUDED.kind, ordered = EXCLUDED.ordered, allocated = EXCLUDED.allocated,
      picked = EXCLUDED.picked, shipped = EXCLUDED.shipped, cancelled = EXCLUDED.cancelled,
      refunded = EXCLUDED.refunded, unit_price_minor = EXCLUDED.unit_price_minor, placed_at = EXCLUDED.placed_at`;
}

export async function analyzeOrders(tx: Tx): Promise<void> {
  await writes(tx).$executeRaw`ANALYZE "order", order_line`;
}
