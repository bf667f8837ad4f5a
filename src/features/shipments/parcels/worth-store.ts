import { Prisma } from '../../../db/generated/client.ts';

/** What `byOrder` needs of a shipment `s` beside its id. */
export const worthColumns = Prisma.sql`s.order_id, s.value_minor, s.currency, s.orders_worth`;

/** The sums over rows `p` of `brought`: each order once in its group, and once in all groups together. */
export const counted = Prisma.sql`
  (count(*) FILTER (WHERE p.counts_here))::int AS orders,
  coalesce(sum(p.minor) FILTER (WHERE p.counts_here), 0)::bigint AS "valueMinor",
  (count(*) FILTER (WHERE p.counts))::int AS "allOrders",
  coalesce(sum(p.minor) FILTER (WHERE p.counts), 0)::bigint AS "allMinor"`;

/** Which of an order's parcels counts it, and in which groups it counts once more for each. */
interface Counting {
  /** Of `parcel`: the first in this order counts the order. */
  readonly order: Prisma.Sql;
  /** Of `parcel`. */
  readonly group: Prisma.Sql;
}

/**
 * Parcels once for each order that they bring, as parts of a WITH that ends with `brought`: an order counts once however
 * many parcels it is in, and each of the orders in one parcel in its own currency. The part before is `parcel`: the id and
 * the `worthColumns` of shipments, and what else is wanted.
 *
 * `brought` has in addition `brings` (the order; null: none), `in_currency`, `minor`, `is_first` (in one row of each parcel:
 * parcels are counted by it), `counts` (in one row of each order) and `counts_here` (in one row of each order in each group).
 */
export function byOrder({ order, group }: Counting): Prisma.Sql {
  return Prisma.sql`each_order AS (
      SELECT parcel.*, order_id AS brings, currency AS in_currency, value_minor AS minor, true AS is_first
      FROM parcel WHERE orders_worth IS NULL
      UNION ALL
      SELECT parcel.*, one.id, one.currency, one.minor, one.n = 1
      FROM parcel, ROWS FROM (jsonb_to_recordset(parcel.orders_worth) AS (id uuid, currency text, minor bigint))
        WITH ORDINALITY AS one(id, currency, minor, n)
      WHERE parcel.orders_worth IS NOT NULL),
    brought AS (
      SELECT parcel.*, brings IS NOT NULL AND row_number() OVER (PARTITION BY brings ORDER BY ${order}, id) = 1 AS counts,
        brings IS NOT NULL AND row_number() OVER (PARTITION BY ${group}, brings ORDER BY ${order}, id) = 1 AS counts_here
      FROM each_order AS parcel)`;
}
