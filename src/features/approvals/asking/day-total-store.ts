import type { Tx } from '../../../core/runtime/database.ts';
import { writes } from '../../../db/scope.ts';
import type { State } from '../request/model.ts';

/** Totals are kept per requester, kind and subject. */
export interface DayTotalKey {
  readonly requesterId: string;
  readonly kind: string;
  readonly subject: string;
}

interface Span {
  readonly since: Date;
  readonly before: number | null;
  readonly without: string | null;
}

/** Locks the total: of two requests at the same moment, the second counts the first. */
export async function holdDayTotal(tx: Tx, { requesterId, kind, subject }: DayTotalKey): Promise<void> {
  const { workspaceId } = tx;
  await writes(tx).$executeRaw`
    INSERT INTO approval_tally (workspace_id, requester_id, kind, subject)
    VALUES (${workspaceId}::uuid, ${requesterId}::uuid, ${kind}, ${subject}) ON CONFLICT DO NOTHING`;
  await writes(tx).$queryRaw`
    SELECT kind FROM approval_tally WHERE workspace_id = ${workspaceId}::uuid AND requester_id = ${requesterId}::uuid
      AND kind = ${kind} AND subject = ${subject} FOR UPDATE`;
}

/**
 * The total since a moment, without requests that were rejected, withdrawn or expired; what was undone, and its undo,
 * cancel out. `before`: only requests with a lower number. Numbers give the order, since they are drawn under the lock:
 * clocks differ, and are read before it. `without`: the request that is just being undone.
 */
export async function totalSince(
  tx: Tx,
  { requesterId, kind, subject }: DayTotalKey,
  { since, before, without }: Span,
): Promise<{ readonly quantity: number; readonly amountMinor: bigint }> {
  const [row] = await writes(tx).$queryRaw<{ quantity: string; amount: string }[]>`
    SELECT coalesce(sum(quantity), 0)::text AS quantity, coalesce(sum(amount_minor), 0)::text AS amount FROM approval a
    WHERE workspace_id = ${tx.workspaceId}::uuid AND requester_id = ${requesterId}::uuid AND kind = ${kind}
      AND subject = ${subject} AND requested_at > ${since}
      AND state IN ('waiting', 'approved', 'done', 'failed') AND (${before}::int IS NULL OR number < ${before}::int)
      AND undo_of_id IS NULL AND id IS DISTINCT FROM ${without}::uuid
      AND NOT EXISTS (SELECT FROM approval u WHERE u.workspace_id = a.workspace_id AND u.id = a.undone_by_id AND u.state = 'done')`;
  return { quantity: Number(row?.quantity ?? 0), amountMinor: BigInt(row?.amount ?? 0) };
}

export interface SameRequest {
  readonly id: string;
  readonly number: number;
  readonly state: State;
  readonly requestedAt: Date;
  /** For the same reason, too. */
  readonly sameWhy: boolean;
}

/** The requester's waiting request for exactly the same, the one for the same reason first; undo requests left out. */
export async function findSameWaiting(
  tx: Tx,
  { requesterId, kind, subject }: DayTotalKey,
  request: unknown,
  why: string | null,
): Promise<SameRequest | null> {
  const [row] = await writes(tx).$queryRaw<SameRequest[]>`
    SELECT id, number, state, requested_at AS "requestedAt", why IS NOT DISTINCT FROM ${why} AS "sameWhy" FROM approval
    WHERE workspace_id = ${tx.workspaceId}::uuid AND requester_id = ${requesterId}::uuid AND kind = ${kind}
      AND subject = ${subject} AND state = 'waiting' AND undo_of_id IS NULL AND request = ${JSON.stringify(request)}::jsonb
    ORDER BY "sameWhy" DESC, number DESC LIMIT 1`;
  return row ?? null;
}
