import type { Tx } from '../../core/runtime/database.ts';
import { Prisma } from '../generated/client.ts';
import { writes } from '../scope.ts';
import type { ClaimedMessage } from './claim.ts';

/** A message's position in Slack. */
export interface Standing {
  readonly channel: string;
  readonly ts: string;
}

export interface Sent {
  readonly at: Standing;
  /** What was drawn: later changes are still to be sent. */
  readonly version: number;
  readonly now: Date;
  /** Facts of a message that is not are deleted. */
  readonly living: boolean;
}

/** Records that Slack has the message. A sender with an expired lease still records its post, unless another did. */
export async function markSent(tx: Tx, claimed: ClaimedMessage, sent: Sent): Promise<void> {
  await writes(tx).$executeRaw`${updateSent(tx, claimed, sent)}`;
}

/**
 * The same with the next moment of its place, in one statement. Message before place, as claiming locks them: they do not
 * deadlock. Nothing else that locks messages may follow in the transaction.
 */
export async function markSentAndPace(
  tx: Tx,
  claimed: ClaimedMessage,
  sent: Sent,
  nextAt: Date,
): Promise<void> {
  await writes(tx).$executeRaw`
    /* prepared: outbox.sent */
    WITH sent AS (${updateSent(tx, claimed, sent)} RETURNING id)
    INSERT INTO pace (workspace_id, place, next_at)
    SELECT ${tx.workspaceId}::uuid, ${claimed.place}, ${nextAt}::timestamptz FROM (SELECT count(*) FROM sent) AS done
    ON CONFLICT (workspace_id, place) DO UPDATE SET next_at = excluded.next_at`;
}

function updateSent(
  { workspaceId }: Tx,
  { id, lease }: ClaimedMessage,
  { at: { channel, ts }, version, now, living }: Sent,
): Prisma.Sql {
  return Prisma.sql`
    UPDATE message SET channel = ${channel}, ts = ${ts}, sent_version = greatest(sent_version, ${version}),
      sent_at = coalesce(sent_at, ${now}), posted_since = NULL, lease = NULL, leased_until = NULL, attempts = 0,
      error = NULL, facts = CASE WHEN ${living} THEN facts END,
      state = CASE WHEN wanted_version > ${version} THEN 'waiting' ELSE 'said' END,
      waiting_since = CASE WHEN wanted_version > ${version} THEN ${now} ELSE waiting_since END
    WHERE workspace_id = ${workspaceId}::uuid AND id = ${id}::uuid AND (lease = ${lease}::uuid OR ts IS NULL)`;
}

/** Records where a lost post was seen: Slack had accepted it. The next step is an edit. */
export async function markFound(tx: Tx, id: string, { channel, ts }: Standing, now: Date): Promise<boolean> {
  const found = await writes(tx).$executeRaw`
    UPDATE message SET channel = ${channel}, ts = ${ts}, sent_at = ${now}, posted_since = NULL, state = 'waiting',
      due_at = ${now}, error = NULL
    WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ${id}::uuid AND ts IS NULL AND state IN ('waiting', 'held')
      AND lease IS NULL`;
  return found === 1;
}

/**
 * Queues the message for another try at `dueAt`. `certain`: Slack refused it this time, so it is as much in doubt as
 * before. `counted`: the attempt counts, as the message itself may be at fault.
 */
export async function putBack(
  tx: Tx,
  { id, lease, postedSince }: ClaimedMessage,
  dueAt: Date,
  { certain, counted, error }: { certain: boolean; counted: boolean; error: string | null },
): Promise<void> {
  await writes(tx).$executeRaw`
    UPDATE message SET lease = NULL, leased_until = NULL, due_at = ${dueAt}, error = coalesce(${error}, error),
      attempts = CASE WHEN ${counted} THEN attempts ELSE greatest(attempts - 1, 0) END,
      posted_since = CASE WHEN ${certain} THEN ${postedSince}::timestamptz ELSE posted_since END
    WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ${id}::uuid AND lease = ${lease}::uuid`;
}

/** Ends the tries: blocked, broken, held, expired or dropped, with the reason. `certain`: as in `putBack`. */
export async function setAside(
  tx: Tx,
  { id, lease, postedSince }: ClaimedMessage,
  state: 'blocked' | 'broken' | 'held' | 'expired' | 'dropped',
  { certain, error }: { readonly certain: boolean; readonly error: string },
): Promise<boolean> {
  const aside = await writes(tx).$executeRaw`
    UPDATE message SET state = ${state}, error = ${error}, lease = NULL, leased_until = NULL,
      posted_since = CASE WHEN ${certain} THEN ${postedSince}::timestamptz ELSE posted_since END
    WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ${id}::uuid AND lease = ${lease}::uuid`;
  return aside === 1;
}

/** Forgets the position of a message that Slack no longer has: the next request posts a new one. */
export async function forgetStanding(tx: Tx, { id, lease }: ClaimedMessage): Promise<void> {
  await writes(tx).$executeRaw`
    UPDATE message SET channel = NULL, ts = NULL
    WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ${id}::uuid AND lease = ${lease}::uuid`;
}

/** Redirects the message to its owner's direct messages. */
export async function divert(tx: Tx, { id, lease }: ClaimedMessage, place: string): Promise<void> {
  await writes(tx).$executeRaw`
    UPDATE message SET place = ${place}, thread_of = NULL, thread_ts = NULL, broadcast = false, channel = NULL,
      posted_since = NULL, lease = NULL, leased_until = NULL, attempts = 0
    WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ${id}::uuid AND lease = ${lease}::uuid`;
}

/** The next call at this place, or of this method, may be made at `nextAt`. */
export async function setPace(tx: Tx, place: string, nextAt: Date): Promise<void> {
  await writes(tx).$executeRaw`
    /* prepared: outbox.pace */
    INSERT INTO pace (workspace_id, place, next_at) VALUES (${tx.workspaceId}::uuid, ${place}, ${nextAt})
    ON CONFLICT (workspace_id, place) DO UPDATE SET next_at = excluded.next_at`;
}
