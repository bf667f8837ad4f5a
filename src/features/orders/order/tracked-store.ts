import type { Scope } from '../../../core/runtime/database.ts';
import { Prisma } from '../../../db/generated/client.ts';
import { reads } from '../../../db/scope.ts';
import type { SentOrder, SentPromise } from './tracked-model.ts';

interface SentRow extends Omit<SentOrder, 'promises'> {
  readonly promises:
    | readonly (Omit<SentPromise, 'until'> & {
        /** By ISO 8601. */
        readonly until: string;
      })[]
    | null;
}

/** `most`: of each number, those of the orders that were placed last, whichever was told first. */
export async function ordersSent(
  scope: Scope,
  keys: readonly string[],
  most: number,
): Promise<readonly SentOrder[]> {
  const rows = await reads(scope).$queryRaw<SentRow[]>`/* prepared: orders.sent */
    SELECT ${sentFields(Prisma.sql`coalesce(sent.location_id, o.location_id)`, Prisma.sql`sent.keys`)}
    FROM (
      SELECT f.order_id, (array_agg(f.location_id ORDER BY f.location_id))[1] AS location_id,
        array_agg(DISTINCT k.key ORDER BY k.key) AS keys
      FROM UNNEST(${keys}::text[]) AS k (key)
      CROSS JOIN LATERAL (
        SELECT own.order_id, own.location_id FROM fulfilment own
        JOIN "order" p ON p.workspace_id = own.workspace_id AND p.id = own.order_id
        WHERE own.workspace_id = ${scope.workspaceId}::uuid AND own.tracking_keys && ARRAY[k.key]
        ORDER BY p.placed_at DESC, p.channel, p.number_key LIMIT ${most}::int) f
      GROUP BY f.order_id) sent
    JOIN "order" o ON o.workspace_id = ${scope.workspaceId}::uuid AND o.id = sent.order_id
    ORDER BY o.placed_at DESC, o.channel, o.number_key`;
  return rows.map(sentOf);
}

/** The same of orders with these numbers, by their keys, in whatever channel. `most`: of each number. */
export async function ordersWithNumbers(
  scope: Scope,
  numberKeys: readonly string[],
  most: number,
): Promise<readonly SentOrder[]> {
  const rows = await reads(scope).$queryRaw<SentRow[]>`/* prepared: orders.sent-by-number */
    SELECT ${sentFields(Prisma.sql`o.location_id`, Prisma.sql`'{}'::text[]`)}
    FROM UNNEST(${numberKeys}::text[]) AS k (key)
    CROSS JOIN LATERAL (
      SELECT * FROM "order" own WHERE own.workspace_id = ${scope.workspaceId}::uuid AND own.number_key = k.key
      ORDER BY own.channel LIMIT ${most}::int) o
    ORDER BY o.placed_at DESC, o.channel, o.number_key`;
  return rows.map(sentOf);
}

function sentFields(locationId: Prisma.Sql, keys: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`o.id, o.number, o.number_key AS "numberKey", o.channel, o.currency, o.value_minor AS "valueMinor",
      o.placed_at AS "placedAt", o.ship_by AS "shipBy", ${locationId} AS "locationId", o.ship_country AS "shipCountry",
      o.ship_region AS "shipRegion", o.ship_area AS "shipArea", ${keys} AS keys, (
        SELECT json_agg(json_build_object('kind', p.kind, 'on', p."on"::text, 'until', p.until) ORDER BY p.ordinal)
        FROM order_promise p WHERE p.workspace_id = o.workspace_id AND p.order_id = o.id) AS promises`;
}

function sentOf({ promises, ...row }: SentRow): SentOrder {
  return {
    ...row,
    promises: (promises ?? []).map((one) => ({ ...one, until: new Date(one.until) })),
  };
}

/** The keys of tracking numbers; more of an order than anybody reads are left out. */
export async function trackingOf(scope: Scope, ids: readonly string[]): Promise<readonly string[]> {
  const rows = await reads(scope).$queryRaw<{ key: string }[]>`
    SELECT DISTINCT unnest(tracking_keys) AS key FROM fulfilment
    WHERE workspace_id = ${scope.workspaceId}::uuid AND order_id = ANY(${ids}::uuid[]) ORDER BY key LIMIT 200`;
  return rows.map(({ key }) => key);
}
