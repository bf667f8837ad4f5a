import type { Deferring, Tx } from '../../core/runtime/database.ts';
import { type Notification, priorities } from '../../core/tokens/notification.ts';
import { writes } from '../scope.ts';

/**
 * Queues messages in the outbox. An existing living message is redrawn; one that is blocked or has lost its place stays
 * so until somebody fixes it or asks for it again.
 */
export async function enqueueMessages(
  tx: Tx,
  notifications: readonly Notification[],
  { actor, now, ids, correlationId }: Deferring,
): Promise<void> {
  const authorId = actor.kind === 'person' ? actor.id : null;
  const last = new Map(notifications.map((one) => [keyOf(one.kind.id, one.subject, one.place), one]));
  const sorted = [...last.keys()].sort().flatMap((key) => last.get(key) ?? []);
  const rows = sorted.map((one) => ({ ...one, id: ids.uuid(now), dueAt: one.at ?? now }));
  await restartGivenUp(
    tx,
    rows.filter(({ again }) => again),
  );
  await writes(tx).$executeRaw`
    /* prepared: outbox.enqueue */
    INSERT INTO message (workspace_id, id, kind, subject, place, facts, wanted_version, sent_version, state, priority,
      due_at, waiting_since, broadcast, thread_ts, owner, author_id, attempts, correlation_id)
    SELECT ${tx.workspaceId}::uuid, n.id, n.kind, n.subject, n.place, n.facts::jsonb, 1, 0, 'waiting', n.priority,
      n.due_at, n.due_at, n.broadcast, n.thread_ts, n.owner, ${authorId}::uuid, 0, ${correlationId}
    FROM UNNEST(${rows.map((n) => n.id)}::uuid[], ${rows.map((n) => n.kind.id)}::text[],
      ${rows.map((n) => n.subject)}::text[], ${rows.map((n) => n.place)}::text[],
      ${rows.map((n) => JSON.stringify(n.facts))}::text[],
      ${rows.map((n) => priorities.indexOf(n.kind.priority))}::int[], ${rows.map((n) => n.dueAt)}::timestamptz[],
      ${rows.map((n) => n.broadcast ?? false)}::boolean[], ${rows.map((n) => n.threadTs ?? null)}::text[],
      ${rows.map((n) => n.owner ?? null)}::text[])
      AS n (id, kind, subject, place, facts, priority, due_at, broadcast, thread_ts, owner)
    ORDER BY n.kind, n.subject, n.place
    ON CONFLICT (workspace_id, kind, subject, place) DO UPDATE SET
      wanted_version = message.wanted_version + 1,
      facts = excluded.facts,
      owner = coalesce(excluded.owner, message.owner),
      correlation_id = excluded.correlation_id,
      due_at = excluded.due_at,
      waiting_since = CASE WHEN message.state = 'waiting' THEN message.waiting_since ELSE excluded.waiting_since END,
      attempts = CASE WHEN message.state = 'waiting' THEN message.attempts ELSE 0 END,
      error = CASE WHEN message.state IN ('blocked', 'held', 'dropped') THEN message.error END,
      state = CASE WHEN message.state IN ('blocked', 'held', 'dropped') THEN message.state ELSE 'waiting' END
      WHERE message.kind = ANY(${rows.filter((n) => n.kind.shape === 'living').map((n) => n.kind.id)}::text[])`;
  const replies = rows.filter((one) => one.under);
  if (replies.length === 0) return;
  await writes(tx).$executeRaw`
    UPDATE message SET thread_of = parent.id
    FROM UNNEST(${replies.map((n) => n.id)}::uuid[], ${replies.map((n) => n.under?.kind.id ?? '')}::text[],
      ${replies.map((n) => n.under?.subject ?? '')}::text[]) AS reply (id, kind, subject)
    JOIN message parent ON parent.workspace_id = ${tx.workspaceId}::uuid
      AND parent.kind = reply.kind AND parent.subject = reply.subject
    WHERE message.workspace_id = ${tx.workspaceId}::uuid AND message.id = reply.id AND parent.place = message.place`;
}

/** Gives messages that were given up a fresh start. */
async function restartGivenUp(tx: Tx, asked: readonly Notification[]): Promise<void> {
  if (asked.length === 0) return;
  await writes(tx).$executeRaw`
    UPDATE message SET state = 'said', error = NULL, attempts = 0
    FROM UNNEST(${asked.map((n) => n.kind.id)}::text[], ${asked.map((n) => n.subject)}::text[],
      ${asked.map((n) => n.place)}::text[]) AS n (kind, subject, place)
    WHERE message.workspace_id = ${tx.workspaceId}::uuid AND message.kind = n.kind AND message.subject = n.subject
      AND message.place = n.place AND message.state IN ('blocked', 'dropped')`;
}

function keyOf(...parts: readonly string[]): string {
  return parts.join(' ');
}
