import type { Deferring, Tx } from '../core/runtime/database.ts';
import type { Pending } from '../core/runtime/effects.ts';
import type { Due } from '../core/tokens/due.ts';
import { noteFacts } from './facts.ts';
import { enqueueMessages } from './outbox/enqueue.ts';
import { writes } from './scope.ts';
import { queueWork, unpark } from './work/queue.ts';

/** Sorted by kind and key: two transactions that defer the same things do not deadlock. */
export async function defer(
  tx: Tx,
  { due, notifications, work, arrived, facts }: Pending,
  request: Deferring,
): Promise<void> {
  if (due.length > 0) await setDue(tx, due, request);
  if (work.length > 0) await queueWork(tx, work, request);
  if (arrived.length > 0) await unpark(tx, arrived, request.now);
  if (facts.length > 0) await noteFacts(tx, facts, request);
  if (notifications.length > 0) await enqueueMessages(tx, notifications, request);
}

/** The last entry of the transaction for a kind and subject wins. */
async function setDue(tx: Tx, due: readonly Due[], { correlationId }: Deferring): Promise<void> {
  const last = new Map(due.map((one) => [`${one.kind.id} ${one.subject}`, one]));
  const sorted = [...last.keys()].sort().flatMap((key) => last.get(key) ?? []);
  const set = sorted.flatMap(({ kind, subject, at }) => (at ? [{ kind: kind.id, subject, at }] : []));
  const ended = sorted.filter(({ at }) => at === null);
  if (set.length > 0) {
    await writes(tx).$executeRaw`
      /* prepared: due.set */
      INSERT INTO due_work (workspace_id, kind, subject, due_at, attempts, error, set_aside, correlation_id)
      SELECT ${tx.workspaceId}::uuid, d.*, 0, NULL, false, ${correlationId}
      FROM UNNEST(${set.map((d) => d.kind)}::text[], ${set.map((d) => d.subject)}::text[],
        ${set.map((d) => d.at)}::timestamptz[]) AS d (kind, subject, due_at)
      ORDER BY d.kind, d.subject
      ON CONFLICT (workspace_id, kind, subject) DO UPDATE SET due_at = excluded.due_at, attempts = 0, error = NULL,
        set_aside = false, correlation_id = excluded.correlation_id`;
  }
  if (ended.length > 0) {
    await writes(tx).$executeRaw`
      /* prepared: due.cancel */
      DELETE FROM due_work WHERE workspace_id = ${tx.workspaceId}::uuid AND (kind, subject) IN (
        SELECT d.* FROM UNNEST(${ended.map((d) => d.kind.id)}::text[], ${ended.map((d) => d.subject)}::text[]) AS d)`;
  }
}
