import type { Scope } from '../../../core/runtime/database.ts';
import { reads } from '../../../db/scope.ts';
import { kind, mayBeWrong } from '../parcels/clauses-store.ts';
import type { ExceptionGroup } from './model.ts';

export interface ExceptionCell extends Omit<ExceptionGroup, 'amounts'> {
  readonly currency: string | null;
  /** Of each order once in its group; and once in all. */
  readonly valueMinor: bigint;
  readonly allMinor: bigint;
}

export async function exceptionCells(scope: Scope, now: Date): Promise<readonly ExceptionCell[]> {
  return await reads(scope).$queryRaw<ExceptionCell[]>`
    SELECT p.kind, p.fault, p.currency, count(*)::int AS parcels, min(p.since) AS since,
      count(p.order_id) FILTER (WHERE p.nth_here = 1)::int AS orders,
      coalesce(sum(p.value_minor) FILTER (WHERE p.nth_here = 1), 0)::bigint AS "valueMinor",
      coalesce(sum(p.value_minor) FILTER (WHERE p.nth = 1), 0)::bigint AS "allMinor"
    FROM (
      SELECT w.*, row_number() OVER (PARTITION BY coalesce(w.order_id, w.id) ORDER BY w.id) AS nth,
        row_number() OVER (PARTITION BY w.kind, w.fault, coalesce(w.order_id, w.id) ORDER BY w.id) AS nth_here
      FROM (
        SELECT s.id, ${kind(now)} AS kind, s.fault, coalesce(s.returned_at, s.scanned_at, s.began_at) AS since,
          s.order_id, s.value_minor, s.currency
        FROM shipment s
        WHERE s.workspace_id = ${scope.workspaceId}::uuid AND ${mayBeWrong(now)}) w
      WHERE w.kind IS NOT NULL) p
    GROUP BY p.kind, p.fault, p.currency`;
}
