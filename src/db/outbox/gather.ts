import type { Scope, Tx } from '../../core/runtime/database.ts';
import { reads, writes } from '../scope.ts';
import type { ClaimedMessage } from './claim.ts';

/** A message that stands for several. */
export interface Umbrella {
  readonly id: string;
  readonly kind: string;
  readonly subject: string;
  readonly place: string;
  readonly facts: object;
  readonly priority: number;
  /** The person whose messages it holds; null for several people's. */
  readonly authorId: string | null;
  readonly correlationId: string;
}

export interface Gathered {
  readonly id: string;
  readonly kind: string;
  readonly waitingSince: Date;
}

/** When the author last had a message of this kind, or a bundle of them, posted at the place after `since`. */
export async function lastPosted(
  scope: Scope,
  { place, kind, authorId }: ClaimedMessage,
  bundle: string,
  since: Date,
): Promise<Date | null> {
  const [row] = await reads(scope).$queryRaw<{ at: Date | null }[]>`
    /* prepared: outbox.last-posted */
    SELECT max(sent_at) AS at FROM message
    WHERE workspace_id = ${scope.workspaceId}::uuid AND place = ${place} AND sent_at > ${since}
      AND author_id IS NOT DISTINCT FROM ${authorId}::uuid
      AND (kind = ${kind} OR (kind = ${bundle} AND starts_with(subject, ${`${kind}:`})))`;
  return row?.at ?? null;
}

/**
 * How many messages, thread replies left out, were posted at the place on the day of `now` in that zone, other than
 * these kinds.
 */
export async function countPosted(
  scope: Scope,
  place: string,
  { now, timeZone }: { readonly now: Date; readonly timeZone: string },
  uncounted: readonly string[],
): Promise<number> {
  const [row] = await reads(scope).$queryRaw<{ posted: number }[]>`
    /* prepared: outbox.count-posted */
    SELECT count(*)::int AS posted FROM message
    WHERE workspace_id = ${scope.workspaceId}::uuid AND place = ${place}
      AND sent_at >= date_trunc('day', ${now}::timestamptz, ${timeZone})
      AND thread_of IS NULL AND thread_ts IS NULL AND kind <> ALL(${uncounted}::text[])`;
  return row?.posted ?? 0;
}

/**
 * Waiting, never posted messages of these kinds at the place; locked until the transaction ends. `own`: those of the
 * same author only.
 */
export async function lockWaiting(
  tx: Tx,
  claimed: ClaimedMessage,
  {
    kinds,
    dueBy,
    since,
    replies,
    own,
  }: { kinds: readonly string[]; dueBy: Date; since: Date; replies: boolean; own: boolean },
): Promise<readonly Gathered[]> {
  return await writes(tx).$queryRaw<Gathered[]>`
    SELECT id, kind, waiting_since AS "waitingSince" FROM message
    WHERE workspace_id = ${tx.workspaceId}::uuid AND place = ${claimed.place} AND state = 'waiting'
      AND (NOT ${own} OR author_id IS NOT DISTINCT FROM ${claimed.authorId}::uuid)
      AND kind = ANY(${kinds}::text[]) AND due_at <= ${dueBy} AND waiting_since < ${since}
      AND ts IS NULL AND posted_since IS NULL AND (${replies} OR thread_of IS NULL) AND thread_ts IS NULL AND bundled_in IS NULL
      AND (lease IS NULL OR lease = ${claimed.lease}::uuid)
    ORDER BY id FOR UPDATE SKIP LOCKED`;
}

/** Creates the umbrella message, or requests a redraw of the existing one. Returns its id. */
export async function openUmbrella(tx: Tx, umbrella: Umbrella, now: Date): Promise<string> {
  const [row] = await writes(tx).$queryRaw<{ id: string }[]>`
    INSERT INTO message (workspace_id, id, kind, subject, place, facts, wanted_version, sent_version, state, priority,
      due_at, waiting_since, broadcast, author_id, attempts, correlation_id)
    VALUES (${tx.workspaceId}::uuid, ${umbrella.id}::uuid, ${umbrella.kind}, ${umbrella.subject}, ${umbrella.place},
      ${umbrella.facts}::jsonb, 1, 0, 'waiting', ${umbrella.priority}, ${now}, ${now}, false, ${umbrella.authorId}::uuid, 0, ${umbrella.correlationId})
    ON CONFLICT (workspace_id, kind, subject, place) DO UPDATE SET wanted_version = message.wanted_version + 1,
      due_at = excluded.due_at, waiting_since = excluded.waiting_since,
      state = CASE WHEN message.state IN ('blocked', 'held', 'dropped') THEN message.state ELSE 'waiting' END
    RETURNING id`;
  if (!row) throw new Error('An upsert gave no row.');
  return row.id;
}

/** Turns these messages into lines of another. */
export async function putUnder(tx: Tx, lines: readonly Gathered[], umbrella: string): Promise<void> {
  await writes(tx).$executeRaw`
    UPDATE message SET state = 'bundled', bundled_in = ${umbrella}::uuid, thread_of = NULL, sent_version = wanted_version, lease = NULL,
      leased_until = NULL, attempts = 0, error = NULL
    WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ANY(${lines.map(({ id }) => id).sort()}::uuid[])`;
}

/** Moves the message into the thread of another. */
export async function moveIntoThread(tx: Tx, { id }: ClaimedMessage, umbrella: string): Promise<void> {
  await writes(tx).$executeRaw`
    UPDATE message SET thread_of = ${umbrella}::uuid, lease = NULL, leased_until = NULL, attempts = 0
    WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ${id}::uuid`;
}

/** Records the change of a line and requests a redraw of its umbrella. */
export async function refreshUmbrella(tx: Tx, line: ClaimedMessage, now: Date): Promise<void> {
  await writes(tx).$executeRaw`
    UPDATE message SET state = CASE WHEN wanted_version > ${line.wantedVersion} THEN 'waiting' ELSE 'bundled' END,
      sent_version = ${line.wantedVersion}, lease = NULL, leased_until = NULL, attempts = 0
    WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ${line.id}::uuid`;
  await writes(tx).$executeRaw`
    UPDATE message SET wanted_version = wanted_version + 1, due_at = ${now},
      waiting_since = CASE WHEN state = 'waiting' THEN waiting_since ELSE ${now} END,
      state = CASE WHEN state IN ('blocked', 'held', 'dropped') THEN state ELSE 'waiting' END
    WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ${line.bundledIn}::uuid`;
}

/** The lines of a message, as their drawings expect them. */
export async function linesUnder(
  tx: Tx,
  umbrella: string,
): Promise<
  readonly {
    readonly kind: string;
    readonly subject: string;
    readonly place: string;
    readonly facts: unknown;
  }[]
> {
  return await writes(tx).$queryRaw`
    SELECT kind, subject, place, facts FROM message
    WHERE workspace_id = ${tx.workspaceId}::uuid AND bundled_in = ${umbrella}::uuid ORDER BY id`;
}

/** The thread of this reply no longer exists in Slack. Posts its first message again if it is of this kind. */
export async function reopenThread(
  tx: Tx,
  { id }: ClaimedMessage,
  kind: string,
  now: Date,
): Promise<boolean> {
  const reopened = await writes(tx).$executeRaw`
    UPDATE message SET channel = NULL, ts = NULL, state = 'waiting', wanted_version = message.wanted_version + 1,
      due_at = ${now}, waiting_since = ${now}
    FROM message reply
    WHERE message.workspace_id = ${tx.workspaceId}::uuid AND reply.workspace_id = message.workspace_id
      AND reply.id = ${id}::uuid AND message.id = reply.thread_of AND message.kind = ${kind}`;
  return reopened === 1;
}
