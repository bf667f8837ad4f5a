import type { Scope } from '../../../core/runtime/database.ts';
import { Prisma } from '../../../db/generated/client.ts';
import { reads } from '../../../db/scope.ts';
import type { OrderHeader, OrderHit, Standing } from './model.ts';

const hit = Prisma.sql`id, number, channel, kind, stage, placed_at AS "placedAt"`;

// The expression is that of order_number_order_idx.
const ordered = Prisma.sql`number_key COLLATE "C"`;
/** Comes after every text that begins with the same characters. */
const last = '\u{10FFFF}';

/** Orders whose number has one of these keys, in any channel; the latest first. */
export async function ordersNumbered(
  scope: Scope,
  keys: readonly string[],
  limit: number,
): Promise<readonly OrderHit[]> {
  return await reads(scope).$queryRaw<OrderHit[]>`
    SELECT ${hit} FROM "order"
    WHERE workspace_id = ${scope.workspaceId}::uuid AND number_key = ANY(${keys}::text[])
    ORDER BY placed_at DESC, id LIMIT ${limit}::int`;
}

/** Orders whose number begins with `key`; the latest first. */
export async function ordersBeginning(
  scope: Scope,
  key: string,
  limit: number,
): Promise<readonly OrderHit[]> {
  return await reads(scope).$queryRaw<OrderHit[]>`
    SELECT ${hit} FROM "order"
    WHERE workspace_id = ${scope.workspaceId}::uuid AND ${ordered} >= ${key} AND ${ordered} < ${key + last}
    ORDER BY placed_at DESC, id LIMIT ${limit}::int`;
}

/** Orders with a parcel of one of these tracking numbers, by their keys; the latest first. */
export async function ordersTracked(
  scope: Scope,
  keys: readonly string[],
  limit: number,
): Promise<readonly OrderHit[]> {
  return await reads(scope).$queryRaw<OrderHit[]>`
    SELECT ${hit} FROM "order" WHERE workspace_id = ${scope.workspaceId}::uuid AND id IN (
      SELECT f.order_id FROM fulfilment f
      WHERE f.workspace_id = ${scope.workspaceId}::uuid AND f.tracking_keys && ${keys}::text[])
    ORDER BY placed_at DESC, id LIMIT ${limit}::int`;
}

/** Orders of the customer whom the channel calls one of these; the latest first. */
export async function ordersOfCustomer(
  scope: Scope,
  references: readonly string[],
  limit: number,
): Promise<readonly OrderHit[]> {
  return await reads(scope).$queryRaw<OrderHit[]>`
    SELECT ${hit} FROM "order"
    WHERE workspace_id = ${scope.workspaceId}::uuid AND customer_reference = ANY(${references}::text[])
    ORDER BY placed_at DESC, id LIMIT ${limit}::int`;
}

export async function orderStages(scope: Scope, ids: readonly string[]): Promise<readonly Standing[]> {
  return await reads(scope).$queryRaw<Standing[]>`
    SELECT id, stage, on_hold AS "onHold" FROM "order"
    WHERE workspace_id = ${scope.workspaceId}::uuid AND id = ANY(${ids}::uuid[])`;
}

export async function orderHeader(scope: Scope, id: string): Promise<OrderHeader | null> {
  const numberOf = (column: Prisma.Sql) => Prisma.sql`(
    SELECT n.number FROM "order" n WHERE n.workspace_id = o.workspace_id AND n.id = ${column})`;
  const [order] = await reads(scope).$queryRaw<OrderHeader[]>`
    SELECT o.id, o.number, o.channel, o.kind, o.stage, o.currency, o.placed_at AS "placedAt",
      coalesce(o.ship_to_country, o.ship_country) AS "shipToCountry", o.customer_reference AS "customerReference",
      o.paid_at AS "paidAt", o.allocated_at AS "allocatedAt", o.picked_at AS "pickedAt", o.packed_at AS "packedAt",
      o.labelled_at AS "labelledAt", o.handed_over_at AS "handedOverAt", o.delivered_at AS "deliveredAt",
      o.returned_at AS "returnedAt", o.cancelled_at AS "cancelledAt", o.cancelled_by AS "cancelledBy",
      o.on_hold AS "onHold", o.ship_by AS "shipBy", o.ship_by_source AS "shipBySource", o.promised_by AS "promisedBy",
      o.location_id AS "locationId", o.total_minor AS "totalMinor", o.value_minor AS "valueMinor", o.test, o.draft, o.digital,
      ${numberOf(Prisma.sql`o.replacement_of`)} AS replaces, ${numberOf(Prisma.sql`o.split_from`)} AS "splitFrom",
      ${numberOf(Prisma.sql`o.merged_into`)} AS "mergedInto", o.next_stop AS "nextStop", o.next_stop_at AS "nextStopAt",
      o.said_at AS "saidAt", o.source, o.updated_at AS "updatedAt"
    FROM "order" o WHERE o.workspace_id = ${scope.workspaceId}::uuid AND o.id = ${id}::uuid`;
  return order ?? null;
}
