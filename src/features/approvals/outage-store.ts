import type { Tx } from '../../core/database.ts';
import { writes } from '../../db/scope.ts';
import type { Span } from './outage-rules.ts';
import type { Approval } from './rules.ts';

/** A message that waited longer could not be said: nothing else holds one up for so long. */
const lateMs = 10 * 60_000;

/** When nothing could be said where this request is shown: Slack was away, or we were. May overlap. */
export async function listSilences(
  tx: Tx,
  { places }: Pick<Approval, 'places'>,
  { from, until }: Span,
): Promise<readonly Span[]> {
  return await writes(tx).$queryRaw<Span[]>`
    SELECT m.waiting_since AS "from", coalesce(m.sent_at, ${until}) AS until FROM message m
    WHERE m.workspace_id = ${tx.workspaceId}::uuid AND m.place = ANY(${[...places]}::text[])
      AND coalesce(m.sent_at, ${until}) > ${from} AND m.waiting_since < ${until}
      AND (m.sent_at IS NOT NULL OR m.state = 'waiting')
      AND coalesce(m.sent_at, ${until}) - m.waiting_since > ${lateMs} * interval '1 millisecond'
    LIMIT 200`;
}
