import type { Tx } from '../../../core/runtime/database.ts';
import { writes } from '../../../db/scope.ts';

/** Drops work of a kind that is parked and about orders which have been closed since a moment, at most so much; answers how much it was. */
export async function dropWaitingOfClosed(
  tx: Tx,
  kind: string,
  before: Date,
  limit: number,
): Promise<number> {
  return await writes(tx).$executeRaw`
    DELETE FROM work w USING (
      SELECT w.id FROM work w JOIN "order" o ON o.workspace_id = w.workspace_id
        AND o.id = CASE WHEN w.kind = ${kind} THEN w.subject::uuid END
      WHERE w.workspace_id = ${tx.workspaceId}::uuid AND w.kind = ${kind} AND w.state = 'parked'
        AND o.stage IN ('handed_over', 'delivered', 'returned', 'cancelled')
        AND coalesce(greatest(o.handed_over_at, o.delivered_at, o.returned_at, o.cancelled_at), o.placed_at)
          < ${before}::timestamptz
      ORDER BY w.id LIMIT ${limit}::int FOR UPDATE OF w SKIP LOCKED
    ) closed WHERE w.workspace_id = ${tx.workspaceId}::uuid AND w.id = closed.id`;
}
