import type { Tx } from '../../core/runtime/database.ts';
import { Prisma } from '../generated/client.ts';
import { writes } from '../scope.ts';

/** A message claimed by one sender. */
export interface ClaimedMessage {
  readonly id: string;
  readonly kind: string;
  readonly subject: string;
  readonly place: string;
  readonly facts: unknown;
  readonly wantedVersion: number;
  readonly sentVersion: number;
  readonly priority: number;
  readonly waitingSince: Date;
  /** True if it was postponed before. */
  readonly postponed: boolean;
  /** Set without a `ts`: Slack may or may not have the post. */
  readonly postedSince: Date | null;
  readonly channel: string | null;
  readonly ts: string | null;
  readonly isReply: boolean;
  /** Its thread; null for a reply whose thread was never opened, and for other messages. */
  readonly threadTs: string | null;
  /** State of the parent message. */
  readonly threadState: string | null;
  readonly broadcast: boolean;
  readonly bundledIn: string | null;
  readonly owner: string | null;
  /** The person whose request wrote it; null for the bot itself. */
  readonly authorId: string | null;
  readonly attempts: number;
  readonly correlationId: string;
  readonly lease: string;
}

export interface Claiming {
  readonly now: Date;
  /** From then on another sender may claim it. */
  readonly leasedUntil: Date;
  readonly lease: string;
  readonly most: number;
}

/** The pace key of all edits: Slack limits them per method, not per channel. */
export const editPace = 'chat.update';

/** How long a post counts against its author when the next one at its place is chosen. */
const turnMs = 60_000;

/** No pause is longer: a later moment was written by a clock that ran ahead. */
const longestRestMs = 15 * 60_000;

/**
 * Claims at most one message per place, the most urgent first, if the place may be written to now. Of several new
 * cards, the one goes first whose author posted least there in the last minute: one person's burst holds up nobody
 * else. The place stays claimed until its message is settled: one call at a time, in order, for any number of replicas.
 * A reply waits for its thread; an edit also for the pace of edits. Of messages that are due since the same moment, as those
 * of one transaction are, the one goes first whose place was written to the longest ago.
 *
 * It walks from place to place and looks at the first message of each: what else waits there is not read.
 */
export async function claimMessages(
  tx: Tx,
  { now, leasedUntil, lease, most }: Claiming,
): Promise<readonly ClaimedMessage[]> {
  const { workspaceId } = tx;
  const unlikely = new Date(now.getTime() + longestRestMs);
  // A reply to a message that became a line goes into the thread of the list.
  const withThread = Prisma.sql`
    LEFT JOIN message parent ON parent.workspace_id = m.workspace_id AND parent.id = m.thread_of
    LEFT JOIN message umbrella ON umbrella.workspace_id = m.workspace_id AND umbrella.id = parent.bundled_in`;
  const ready = Prisma.sql`m.workspace_id = ${workspaceId}::uuid AND m.state = 'waiting' AND m.due_at <= ${now}
    AND (m.leased_until IS NULL OR m.leased_until < ${now} OR m.leased_until > ${unlikely})
    AND (m.ts IS NULL OR NOT EXISTS (SELECT 1 FROM pace edits
      WHERE edits.workspace_id = ${workspaceId}::uuid AND edits.place = ${editPace} AND edits.next_at > ${now} AND edits.next_at < ${unlikely}))
    AND (m.thread_of IS NULL OR parent.ts IS NOT NULL OR umbrella.ts IS NOT NULL
      OR coalesce(umbrella.state, parent.state) <> 'waiting')`;
  return await writes(tx).$queryRaw<ClaimedMessage[]>`
    /* prepared: outbox.claim */
    WITH RECURSIVE waiting AS (
      (SELECT place FROM message WHERE workspace_id = ${workspaceId}::uuid AND state = 'waiting' ORDER BY place LIMIT 1)
      UNION ALL
      SELECT (SELECT m.place FROM message m
        WHERE m.workspace_id = ${workspaceId}::uuid AND m.state = 'waiting' AND m.place > waiting.place
        ORDER BY m.place LIMIT 1)
      FROM waiting WHERE place IS NOT NULL
    ), free AS (
      SELECT waiting.place, first.priority FROM waiting
        LEFT JOIN pace p ON p.workspace_id = ${workspaceId}::uuid AND p.place = waiting.place
        CROSS JOIN LATERAL (
          SELECT m.priority, m.due_at FROM message m ${withThread} WHERE ${ready} AND m.place = waiting.place
          ORDER BY m.priority, m.due_at LIMIT 1
        ) first
      WHERE p.next_at IS NULL OR p.next_at <= ${now} OR p.next_at > ${unlikely}
      ORDER BY first.priority, first.due_at, p.next_at NULLS FIRST LIMIT ${most}
    ), posted AS (
      SELECT place, author_id, count(*) AS n FROM message
      WHERE workspace_id = ${workspaceId}::uuid AND place IN (SELECT place FROM free)
        AND sent_at > ${new Date(now.getTime() - turnMs)} AND thread_of IS NULL AND thread_ts IS NULL
      GROUP BY place, author_id
    ), chosen AS (
      SELECT best.*, free.place FROM free CROSS JOIN LATERAL (
        SELECT m.id, coalesce(parent.ts, umbrella.ts) AS thread_ts,
          coalesce(umbrella.state, parent.state) AS thread_state
        FROM message m ${withThread}
          LEFT JOIN posted ON posted.place = m.place AND posted.author_id IS NOT DISTINCT FROM m.author_id
            AND m.ts IS NULL AND m.thread_of IS NULL AND m.thread_ts IS NULL
        WHERE ${ready} AND m.place = free.place AND m.priority = free.priority
        ORDER BY coalesce(posted.n, 0), m.due_at, m.id LIMIT 1 FOR UPDATE OF m SKIP LOCKED
      ) best
    ), held AS (
      INSERT INTO pace (workspace_id, place, next_at)
      SELECT ${workspaceId}::uuid, place, ${leasedUntil}::timestamptz FROM chosen ORDER BY place
      ON CONFLICT (workspace_id, place) DO UPDATE SET next_at = excluded.next_at
        WHERE pace.next_at <= ${now} OR pace.next_at > ${unlikely}
      RETURNING place
    )
    UPDATE message AS m SET lease = ${lease}::uuid, leased_until = ${leasedUntil}, attempts = m.attempts + 1
    FROM chosen JOIN held ON held.place = chosen.place
    WHERE m.workspace_id = ${workspaceId}::uuid AND m.id = chosen.id
    RETURNING m.id, m.kind, m.subject, m.place, m.facts, m.wanted_version AS "wantedVersion",
      m.sent_version AS "sentVersion", m.priority, m.waiting_since AS "waitingSince",
      m.due_at > m.waiting_since AS postponed, m.posted_since AS "postedSince", m.channel, m.ts,
      m.thread_of IS NOT NULL OR m.thread_ts IS NOT NULL AS "isReply",
      coalesce(m.thread_ts, chosen.thread_ts) AS "threadTs", chosen.thread_state AS "threadState", m.broadcast, m.bundled_in AS "bundledIn", m.owner,
      m.author_id AS "authorId", m.attempts, m.correlation_id AS "correlationId", m.lease`;
}

/**
 * Extends the claim on message and place to `leasedUntil` right before a call to Slack. `posting`: the post counts as
 * in doubt until it is settled. False: the lease expired and another sender has the message.
 */
export async function beginCall(
  tx: Tx,
  { id, lease, place }: ClaimedMessage,
  { now, leasedUntil, posting }: { now: Date; leasedUntil: Date; posting: boolean },
): Promise<boolean> {
  const begun = await writes(tx).$executeRaw`
    /* prepared: outbox.begin */
    WITH mine AS (
      UPDATE message SET leased_until = ${leasedUntil},
        posted_since = CASE WHEN ${posting} THEN coalesce(posted_since, ${now}) ELSE posted_since END
      WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ${id}::uuid AND lease = ${lease}::uuid
      RETURNING workspace_id
    )
    UPDATE pace SET next_at = ${leasedUntil} FROM mine
    WHERE pace.workspace_id = mine.workspace_id AND pace.place = ${place}`;
  return begun === 1;
}
