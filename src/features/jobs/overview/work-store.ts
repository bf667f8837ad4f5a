import type { Scope } from '../../../core/runtime/database.ts';
import { reads } from '../../../db/scope.ts';
import type { Stuck, WorkCounts } from './rules.ts';

export { retryStuckWork } from '../../../db/work/settle.ts';

type Waiting = Pick<WorkCounts, 'waiting' | 'oldestSec' | 'stuck'>;

/** Small work that waits, is parked or stuck; of what is lacking at most `limit` things. */
export async function countWork(scope: Scope, now: Date, limit: number): Promise<WorkCounts> {
  const { workspaceId } = scope;
  const [counts] = await reads(scope).$queryRaw<Waiting[]>`
    SELECT count(*) FILTER (WHERE state = 'waiting')::int AS waiting, count(*) FILTER (WHERE state = 'stuck')::int AS stuck,
      floor(greatest(0, coalesce(extract(epoch FROM ${now}::timestamptz - min(due_at) FILTER (WHERE state = 'waiting')), 0)))::int AS "oldestSec"
    FROM work WHERE workspace_id = ${workspaceId}::uuid`;
  const parked = await reads(scope).$queryRaw<{ missing: string; count: number; things: number }[]>`
    SELECT missing, count(*)::int AS count, (count(*) OVER ())::int AS things FROM work
    WHERE workspace_id = ${workspaceId}::uuid AND missing IS NOT NULL
    GROUP BY missing ORDER BY count(*) DESC, missing LIMIT ${limit}`;
  return {
    ...(counts ?? { waiting: 0, oldestSec: 0, stuck: 0 }),
    parked: parked.map(({ missing, count }) => ({ missing, count })),
    moreParked: (parked[0]?.things ?? 0) - parked.length,
  };
}

/** Newest first. */
export async function listStuckWork(scope: Scope, limit: number): Promise<readonly Stuck[]> {
  const rows = await reads(scope).work.findMany({
    where: { workspaceId: scope.workspaceId, state: 'stuck' },
    orderBy: { dueAt: 'desc' },
    take: limit,
  });
  return rows.map(({ id, kind, error, dueAt }) => ({
    retry: { about: 'work', id } as const,
    title: kind,
    place: '',
    error: error ?? '',
    since: dueAt,
  }));
}
