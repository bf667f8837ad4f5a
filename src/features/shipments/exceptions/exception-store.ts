import type { Scope } from '../../../core/runtime/database.ts';
import { Prisma } from '../../../db/generated/client.ts';
import { reads } from '../../../db/scope.ts';
import { kind, mayBeWrong } from '../parcels/clauses-store.ts';
import { byOrder, counted, worthColumns } from '../parcels/worth-store.ts';
import type { ExceptionGroup } from './model.ts';

export interface ExceptionCell extends Omit<ExceptionGroup, 'amounts'> {
  readonly currency: string | null;
  /** Of each order once in its group; and once in all. */
  readonly valueMinor: bigint;
  readonly allOrders: number;
  readonly allMinor: bigint;
}

export async function exceptionCells(scope: Scope, now: Date): Promise<readonly ExceptionCell[]> {
  const counting = { order: Prisma.sql`parcel.since`, group: Prisma.sql`parcel.kind, parcel.fault` };
  return await reads(scope).$queryRaw<ExceptionCell[]>`
    WITH parcel AS (
      SELECT w.* FROM (
        SELECT s.id, ${kind(now)} AS kind, s.fault, s.reason,
          coalesce(s.doubted_at, s.returned_at, s.scanned_at, s.began_at) AS since, ${worthColumns}
        FROM shipment s WHERE s.workspace_id = ${scope.workspaceId}::uuid AND ${mayBeWrong(now)}) w
      WHERE w.kind IS NOT NULL),
    ${byOrder(counting)}
    SELECT p.kind, p.fault, p.in_currency AS currency, (count(*) FILTER (WHERE p.is_first))::int AS parcels,
      array_remove(array_agg(DISTINCT p.reason), NULL) AS reasons, min(p.since) AS since, ${counted}
    FROM brought p GROUP BY p.kind, p.fault, p.in_currency`;
}
