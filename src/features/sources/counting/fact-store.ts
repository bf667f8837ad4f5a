import type { Making } from '../../../core/declare/kpi.ts';
import type { Scope, Tx } from '../../../core/runtime/database.ts';
import { dropFacts } from '../../../db/declared/facts-of.ts';
import { reads, writes } from '../../../db/scope.ts';

/** Makes anew how late what a source sent on a day was, from the quarters of an hour in which it came. */
export async function makeLagFacts(tx: Tx, { generation, subjects, timeZone }: Making): Promise<void> {
  await dropFacts(tx, 'feed_lag_fact', { generation, subjects });
  await writes(tx).$executeRaw`
    INSERT INTO feed_lag_fact (workspace_id, generation, subject, part, label, ref, left_out, currency, source, kind, came_day,
      seconds, times, ahead)
    SELECT l.workspace_id, ${generation}::int, l.subject, l.kind || ' ' || l.day || ' ' || l.seconds,
      l.name || ', ' || l.what, l.source_id::text, NULL, '', l.name, l.what, l.day,
      CASE WHEN l.seconds >= 0 THEN l.seconds END, CASE WHEN l.seconds >= 0 THEN l.times ELSE 0 END,
      CASE WHEN l.seconds < 0 THEN l.times ELSE 0 END
    FROM (
      SELECT f.workspace_id, f.subject, f.source_id, s.name, f.kind, f.seconds,
        CASE f.kind WHEN 'levels' THEN 'stock levels' WHEN 'shipments' THEN 'parcels' ELSE f.kind END AS what,
        (f.quarter AT TIME ZONE ${timeZone}::text)::date AS day, sum(f.count)::int AS times
      FROM feed_lag f JOIN webhook_source s ON s.workspace_id = f.workspace_id AND s.id = f.source_id
      WHERE f.workspace_id = ${tx.workspaceId}::uuid AND f.subject = ANY(${[...subjects]}::text[])
      GROUP BY f.workspace_id, f.subject, f.source_id, s.name, f.kind, f.seconds, day
    ) l`;
}

/** The subjects after one, in their order. */
export async function lagSubjectsAfter(
  scope: Scope,
  after: string | null,
  most: number,
): Promise<readonly string[]> {
  const rows = await reads(scope).$queryRaw<{ subject: string }[]>`
    SELECT DISTINCT l.subject FROM feed_lag l
    WHERE l.workspace_id = ${scope.workspaceId}::uuid AND l.subject > ${after ?? ''}::text
    ORDER BY 1 LIMIT ${most}::int`;
  return rows.map(({ subject }) => subject);
}
