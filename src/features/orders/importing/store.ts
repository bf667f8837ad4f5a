import type { Scope, Tx } from '../../../core/runtime/database.ts';
import { Prisma } from '../../../db/generated/client.ts';
import { reads, writes } from '../../../db/scope.ts';
import type { StoredOrder } from '../rules.ts';

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

export async function analyzeOrders(tx: Tx): Promise<void> {
  await writes(tx).$executeRaw`ANALYZE "order", order_line, sku_day`;
}
