import type { Deferring, Tx } from '../../core/runtime/database.ts';
import type { QueuedWork } from '../../core/tokens/work.ts';
import { writes } from '../scope.ts';

/** Queues work, in the order given. */
export async function queueWork(
  tx: Tx,
  queued: readonly QueuedWork[],
  { now, ids, correlationId }: Deferring,
): Promise<void> {
  await writes(tx).$executeRaw`
    /* prepared: work.queue */
    INSERT INTO work (workspace_id, id, kind, subject, data, state, queued_at, due_at, attempts, missing, correlation_id)
    SELECT ${tx.workspaceId}::uuid, w.id, w.kind, w.subject, w.data, CASE WHEN w.missing IS NULL THEN 'waiting' ELSE 'parked' END,
      ${now}, w.due_at, 0, w.missing, ${correlationId}
    FROM UNNEST(${queued.map(() => ids.uuid(now))}::uuid[], ${queued.map(({ work }) => work.id)}::text[],
      ${queued.map(({ subject }) => subject)}::text[], ${queued.map(({ data }) => JSON.stringify(data))}::jsonb[],
      ${queued.map(({ notBefore }) => notBefore ?? now)}::timestamptz[],
      ${queued.map(({ missing }) => missing ?? null)}::text[]) AS w (id, kind, subject, data, due_at, missing)`;
}

/** Parked work that lacked one of these things is tried now. Work being parked this moment is found at its next try. */
export async function unpark(tx: Tx, arrived: readonly string[], now: Date): Promise<void> {
  await writes(tx).$executeRaw`
    WITH found AS (
      SELECT id FROM work WHERE workspace_id = ${tx.workspaceId}::uuid AND missing = ANY(${[...new Set(arrived)]}::text[])
      ORDER BY id FOR UPDATE SKIP LOCKED
    )
    UPDATE work SET state = 'waiting', missing = NULL, due_at = ${now}, attempts = 0 FROM found
    WHERE work.workspace_id = ${tx.workspaceId}::uuid AND work.id = found.id`;
}
