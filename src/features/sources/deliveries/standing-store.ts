import type { Scope } from '../../../core/runtime/database.ts';
import { reads } from '../../../db/scope.ts';
import type { SourceCounts, Waiting } from './model.ts';

export async function countsOf(
  scope: Scope,
  sourceIds: readonly string[],
): Promise<ReadonlyMap<string, SourceCounts>> {
  const { workspaceId } = scope;
  const rows = await reads(scope).$queryRaw<SourceCounts[]>`
    SELECT s.id AS "sourceId", last.at AS "lastReceivedAt", coalesce(w.stored, 0)::int AS stored,
      coalesce(w.parked, 0)::int AS parked, coalesce(w.failed, 0)::int AS failed
    FROM UNNEST(${[...sourceIds]}::uuid[]) AS s (id)
    LEFT JOIN LATERAL (
      SELECT received_at AS at FROM webhook_delivery
      WHERE workspace_id = ${workspaceId}::uuid AND source_id = s.id ORDER BY received_at DESC, id DESC LIMIT 1
    ) last ON true
    LEFT JOIN (
      SELECT source_id, count(*) FILTER (WHERE state = 'stored') AS stored, count(*) FILTER (WHERE state = 'parked') AS parked,
        count(*) FILTER (WHERE state = 'failed') AS failed
      FROM webhook_delivery
      WHERE workspace_id = ${workspaceId}::uuid AND state IN ('stored', 'parked', 'failed') AND body IS NOT NULL GROUP BY source_id
    ) w ON w.source_id = s.id`;
  return new Map(rows.map((row) => [row.sourceId, row]));
}

/** What most of a source's deliveries lack, or failed for, the most first. */
export async function waitingOf(scope: Scope, sourceId: string, most: number): Promise<readonly Waiting[]> {
  return await reads(scope).$queryRaw<Waiting[]>`
    SELECT state, coalesce(reason, '') AS reason, count(*)::int AS count FROM webhook_delivery
    WHERE workspace_id = ${scope.workspaceId}::uuid AND source_id = ${sourceId}::uuid AND state IN ('parked', 'failed')
      AND body IS NOT NULL
    GROUP BY 1, 2 ORDER BY 3 DESC, 1, 2 LIMIT ${most}`;
}
