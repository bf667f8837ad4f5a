import type { Scope, Tx } from '../../core/runtime/database.ts';
import { Prisma } from '../../db/generated/client.ts';
import { reads, writes } from '../../db/scope.ts';
import type { Group, Undelivered } from './rules.ts';

export interface MessageRow {
  readonly id: string;
  readonly kind: string;
  readonly subject: string;
  readonly place: string;
  readonly facts: unknown;
  readonly state: string;
}

const columns = Prisma.sql`id, kind, subject, place, facts, state`;

export async function findMessage(scope: Scope, id: string): Promise<MessageRow | null> {
  const [row] = await reads(scope).$queryRaw<MessageRow[]>`
    SELECT ${columns} FROM message WHERE workspace_id = ${scope.workspaceId}::uuid AND id = ${id}::uuid`;
  return row ?? null;
}

/** The messages that are lines of this list message, oldest first. */
export async function linesOf(
  scope: Scope,
  umbrella: Pick<MessageRow, 'kind' | 'subject' | 'place'>,
): Promise<readonly MessageRow[]> {
  return await reads(scope).$queryRaw<MessageRow[]>`
    SELECT line.id, line.kind, line.subject, line.place, line.facts, line.state
    FROM message line JOIN message umbrella
      ON umbrella.workspace_id = line.workspace_id AND umbrella.id = line.bundled_in
    WHERE line.workspace_id = ${scope.workspaceId}::uuid AND umbrella.kind = ${umbrella.kind}
      AND umbrella.subject = ${umbrella.subject} AND umbrella.place = ${umbrella.place}
    ORDER BY line.priority, line.id`;
}

/** The number of messages in the thread of this message. */
export async function countReplies(
  scope: Scope,
  root: Pick<MessageRow, 'kind' | 'subject' | 'place'>,
): Promise<number> {
  const [row] = await reads(scope).$queryRaw<{ replies: number }[]>`
    SELECT count(*)::int AS replies FROM message reply JOIN message root
      ON root.workspace_id = reply.workspace_id AND root.id = reply.thread_of
    WHERE reply.workspace_id = ${scope.workspaceId}::uuid AND root.kind = ${root.kind}
      AND root.subject = ${root.subject} AND root.place = ${root.place}`;
  return row?.replies ?? 0;
}

/**
 * The newest, and its reason. A message that lacks only its thread tells no reason that one could act on. Null: all have
 * been delivered.
 */
export async function findUndelivered(scope: Scope, group: Group): Promise<Undelivered | null> {
  const [newest] = await reads(scope).$queryRaw<Undelivered[]>`
    SELECT count(*) OVER ()::int AS count, state, place, kind, coalesce(error, '') AS error
    FROM message WHERE workspace_id = ${scope.workspaceId}::uuid AND ${ofGroup(group)}
    ORDER BY coalesce(error, '') = 'no_thread', waiting_since DESC LIMIT 1`;
  return newest ?? null;
}

/**
 * Queues them for another try. A held message is in doubt; a person has looked for it, so it is posted as a new one.
 */
export async function retryUndelivered(tx: Tx, group: Group, now: Date): Promise<readonly string[]> {
  const rows = await writes(tx).$queryRaw<{ id: string }[]>`
    UPDATE message SET state = 'waiting', attempts = 0, due_at = ${now}, waiting_since = ${now}, error = NULL,
      posted_since = CASE WHEN state <> 'held' THEN posted_since END, lease = NULL, leased_until = NULL
    WHERE workspace_id = ${tx.workspaceId}::uuid AND ${ofGroup(group)} RETURNING id`;
  return rows.map(({ id }) => id);
}

/**
 * Moves the cards of these subjects that were not posted, or may not be edited, with the waiting replies. What is just
 * being sent or may have been posted stays.
 */
export async function moveCards(
  tx: Tx,
  move: {
    readonly kind: string;
    readonly subjects: readonly string[];
    readonly from: string;
    readonly to: string;
    readonly now: Date;
  },
): Promise<readonly string[]> {
  const { kind, subjects, from, to, now } = move;
  const sent = Prisma.sql`place = ${to}, state = 'waiting', attempts = 0, error = NULL, due_at = greatest(due_at, ${now}),
    waiting_since = ${now}, lease = NULL, leased_until = NULL`;
  const moved = await writes(tx).$queryRaw<{ id: string; subject: string }[]>`
    UPDATE message AS card SET ${sent}, channel = NULL, ts = NULL, sent_version = 0
    WHERE workspace_id = ${tx.workspaceId}::uuid AND kind = ${kind} AND subject = ANY(${subjects}::text[]) AND place = ${from}
      AND (state = 'blocked' OR state = 'waiting' AND ts IS NULL) AND posted_since IS NULL
      AND (leased_until IS NULL OR leased_until < ${now})
      AND NOT EXISTS (SELECT 1 FROM message other WHERE other.workspace_id = card.workspace_id
        AND other.kind = card.kind AND other.subject = card.subject AND other.place = ${to})
    RETURNING id, subject`;
  await writes(tx).$executeRaw`
    UPDATE message SET ${sent}
    WHERE workspace_id = ${tx.workspaceId}::uuid AND thread_of = ANY(${moved.map(({ id }) => id)}::uuid[])
      AND ts IS NULL AND posted_since IS NULL AND state IN ('blocked', 'waiting')`;
  return moved.map(({ subject }) => subject);
}

/** A notice about a place covers blocked messages only: broken and doubtful ones have other remedies. */
function ofGroup({ by, key }: Group) {
  if (by === 'place') return Prisma.sql`state = 'blocked' AND place = ${key}`;
  return by === 'kind'
    ? Prisma.sql`state = 'broken' AND kind = ${key}`
    : Prisma.sql`state IN ('blocked', 'broken', 'held') AND id = ${key}::uuid`;
}
