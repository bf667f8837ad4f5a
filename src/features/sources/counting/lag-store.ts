import type { Scope, Tx } from '../../../core/runtime/database.ts';
import { reads, writes } from '../../../db/scope.ts';
import type { Told } from './moment-rules.ts';

/**
 * Counts how late these deliveries came, each for the first time that it is read: one that is handled again is counted
 * already. Returns the subjects whose facts are others now.
 */
export async function countLags(
  tx: Tx,
  deliveries: readonly (Told & { readonly id: string })[],
): Promise<readonly string[]> {
  if (deliveries.length === 0) return [];
  const rows = deliveries.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const counted = await writes(tx).$queryRaw<{ subject: string }[]>`
    /* prepared: sources.lags */
    WITH told AS (
      UPDATE webhook_delivery d SET happened_at = t.at
      FROM UNNEST(${rows.map(({ id }) => id)}::uuid[], ${rows.map(({ kind }) => kind)}::text[],
        ${rows.map(({ at }) => at)}::timestamptz[]) AS t (id, kind, at)
      WHERE d.workspace_id = ${tx.workspaceId}::uuid AND d.id = t.id AND d.happened_at IS NULL
      RETURNING d.source_id, t.kind, d.received_at, floor(extract(epoch FROM d.received_at - d.happened_at))::bigint AS seconds
    )
    INSERT INTO feed_lag (workspace_id, subject, kind, quarter, seconds, source_id, count)
    SELECT ${tx.workspaceId}::uuid, source_id || ' ' || (received_at AT TIME ZONE 'UTC')::date, kind,
      date_bin('15 minutes', received_at, 'epoch'), seconds, source_id, count(*)
    FROM told GROUP BY 1, 2, 3, 4, 5, 6 ORDER BY 2, 3, 4, 5
    ON CONFLICT (workspace_id, subject, kind, quarter, seconds) DO UPDATE SET count = feed_lag.count + EXCLUDED.count
    RETURNING subject`;
  return [...new Set(counted.map(({ subject }) => subject))];
}

/** The subjects of what a source has sent. */
export async function lagSubjectsOf(scope: Scope, sourceId: string): Promise<readonly string[]> {
  const rows = await reads(scope).$queryRaw<{ subject: string }[]>`
    SELECT DISTINCT l.subject FROM feed_lag l
    WHERE l.workspace_id = ${scope.workspaceId}::uuid AND l.subject >= ${sourceId}::text AND l.subject < ${`${sourceId}!`}::text`;
  return rows.map(({ subject }) => subject);
}
