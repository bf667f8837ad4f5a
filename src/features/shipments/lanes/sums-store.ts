import type { Scope } from '../../../core/runtime/database.ts';
import { Prisma } from '../../../db/generated/client.ts';
import { reads } from '../../../db/scope.ts';
import { byOrder, worthColumns } from '../parcels/worth-store.ts';
import type { Member, Sums } from './model.ts';

/** What the parcels come to for which `which` holds, of a shipment `s`; an order in several of them is worth what it is once. */
export async function sumsOf(scope: Scope, which: Prisma.Sql): Promise<Sums> {
  // Of an order in several parcels one that is still on its way counts, where there is one.
  const counting = { order: Prisma.sql`parcel.open DESC`, group: Prisma.sql`parcel.open` };
  const rows = await reads(scope).$queryRaw<
    { currency: string | null; parcels: number; open: number; delivered: number; minor: bigint }[]
  >`
    WITH parcel AS (
      SELECT s.id, s.ended_at IS NULL AS open, s.delivered_at IS NOT NULL AS delivered, ${worthColumns}
      FROM shipment s WHERE s.workspace_id = ${scope.workspaceId}::uuid AND ${which}),
    ${byOrder(counting)}
    SELECT p.in_currency AS currency, (count(*) FILTER (WHERE p.is_first))::int AS parcels,
      (count(*) FILTER (WHERE p.is_first AND p.open))::int AS open,
      (count(*) FILTER (WHERE p.is_first AND p.delivered))::int AS delivered,
      COALESCE(sum(p.minor) FILTER (WHERE p.counts AND p.open), 0)::bigint AS minor
    FROM brought p GROUP BY p.in_currency ORDER BY 2 DESC, 1`;
  const total = (of: 'parcels' | 'open' | 'delivered') => rows.reduce((sum, row) => sum + row[of], 0);
  return {
    parcels: total('parcels'),
    open: total('open'),
    delivered: total('delivered'),
    values: rows.flatMap(({ currency, minor }) =>
      currency !== null && minor > 0n ? [{ currency, minor }] : [],
    ),
  };
}

export async function countOf(scope: Scope, which: Prisma.Sql): Promise<number> {
  const [row] = await reads(scope).$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM shipment s WHERE s.workspace_id = ${scope.workspaceId}::uuid AND ${which}`;
  return row?.count ?? 0;
}

/** Those still on their way, the most valuable first; of several currencies the one that most are worth something in first. */
export async function membersOf(scope: Scope, which: Prisma.Sql, limit: number): Promise<readonly Member[]> {
  return await reads(scope).$queryRaw<Member[]>`
    SELECT s.id, s.tracking, s.order_number AS "orderNumber", s.status, s.currency, s.value_minor AS "valueMinor",
      s.orders, s.orders_worth AS "ordersWorth"
    FROM shipment s WHERE s.workspace_id = ${scope.workspaceId}::uuid AND s.ended_at IS NULL AND ${which}
    ORDER BY count(*) OVER (PARTITION BY s.currency) DESC, s.currency, s.value_minor DESC, s.id LIMIT ${limit}::int`;
}
