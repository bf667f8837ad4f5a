import type { Tx } from '../../core/database.ts';
import { writes } from '../../db/scope.ts';
import type { Approval } from './rules.ts';

/**
 * Whether Slack took any message that put the request before its approvers since they were last asked: its card, or
 * for a later round the new message. Where it has no place at all nobody could be asked, and nothing waits for Slack.
 */
export async function wasPutBefore(
  tx: Tx,
  { id, askedAt, places }: Pick<Approval, 'id' | 'askedAt' | 'places'>,
): Promise<boolean> {
  const [row] = await writes(tx).$queryRaw<{ waiting: number; sent: number }[]>`
    SELECT count(*) FILTER (WHERE m.sent_at IS NOT NULL)::int AS sent,
      count(*) FILTER (WHERE m.sent_at IS NULL AND m.state = 'waiting')::int AS waiting
    FROM message m
    WHERE m.workspace_id = ${tx.workspaceId}::uuid AND m.place = ANY(${[...places]}::text[])
      AND (m.kind = 'approvals.card' AND m.subject = ${id} AND coalesce(m.sent_at, ${askedAt}) >= ${askedAt}
        OR m.kind = 'approvals.told' AND m.subject IN (
          SELECT e.id::text FROM approval_event e
          WHERE e.workspace_id = ${tx.workspaceId}::uuid AND e.approval_id = ${id}::uuid AND e.at >= ${askedAt}))`;
  return !row || row.sent > 0 || row.waiting === 0;
}
