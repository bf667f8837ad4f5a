import type { Scope } from '../../../core/runtime/database.ts';
import type { Prisma } from '../../../db/generated/client.ts';
import { reads } from '../../../db/scope.ts';
import type { Member, Sums } from './model.ts';

/** What the parcels come to for which `which` holds, of a shipment `s`. */
export async function sumsOf(scope: Scope, which: Prisma.Sql): Promise<Sums> {
  const rows = await reads(scope).$queryRaw<
    { currency: string | null; parcels: number; open: number; delivered: number; minor: bigint }[]
  >`
    SELECT s.currency, count(*)::int AS parcels, (count(*) FILTER (WHERE s.ended_at IS NULL))::int AS open,
      (count(*) FILTER (WHERE s.delivered_at IS NOT NULL))::int AS delivered,
      COALESCE(sum(s.value_minor) FILTER (WHERE s.ended_at IS NULL), 0)::bigint AS minor
    FROM shipment s WHERE s.workspace_id = ${scope.workspaceId}::uuid AND ${which}
    GROUP BY s.currency ORDER BY 2 DESC, 1`;
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

/** Those still on their way, the most valuable first. */
export async function membersOf(scope: Scope, which: Prisma.Sql, limit: number): Promise<readonly Member[]> {
  return await reads(scope).$queryRaw<Member[]>`
    SELECT s.id, s.tracking, s.order_number AS "orderNumber", s.status, s.currency, s.value_minor AS "valueMinor"
    FROM shipment s WHERE s.workspace_id = ${scope.workspaceId}::uuid AND s.ended_at IS NULL AND ${which}
    ORDER BY s.value_minor DESC, s.id LIMIT ${limit}::int`;
}
