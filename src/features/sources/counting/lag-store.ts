import type { Scope, Tx } from '../../../core/runtime/database.ts';
import { reads, writes } from '../../../db/scope.ts';

/** A delivery that came. */
export interface Lag {
  readonly sourceId: string;
  readonly kind: string;
  readonly happenedAt: Date;
  readonly receivedAt: Date;
}

/** Adds to how many were so late; of each delivery once. Returns the subjects whose facts are others now. */
export async function addLags(tx: Tx, lags: readonly Lag[]): Promise<readonly string[]> {
  if (lags.length === 0) return [];
  const counted = await writes(tx).$queryRaw<{ subject: string }[]>`
    /* prepared: sources.lags */
    INSERT INTO feed_lag (workspace_id, subject, kind, quarter, seconds, source_id, count)
    SELECT ${tx.workspaceId}::uuid, l.source_id || ' ' || (l.came AT TIME ZONE 'UTC')::date, l.kind,
      date_bin('15 minutes', l.came, 'epoch'), floor(extract(epoch FROM l.came - l.at))::bigint, l.source_id, count(*)
    FROM UNNEST(${lags.map(({ sourceId }) => sourceId)}::uuid[], ${lags.map(({ kind }) => kind)}::text[],
      ${lags.map(({ happenedAt }) => happenedAt)}::timestamptz[], ${lags.map(({ receivedAt }) => receivedAt)}::timestamptz[])
      AS l (source_id, kind, at, came)
    GROUP BY 1, 2, 3, 4, 5, 6 ORDER BY 2, 3, 4, 5
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
