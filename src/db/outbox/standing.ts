import type { Scope, Tx } from '../../core/runtime/database.ts';
import { reads, writes } from '../scope.ts';
import type { Standing } from './settle.ts';

/** A message as it stands in Slack. */
export interface Posted {
  readonly state: string;
  readonly channel: string | null;
  readonly ts: string | null;
  /** Slack shows its newest version. */
  readonly isDrawn: boolean;
}

/** Null: the message no longer exists. */
export async function findPosted(scope: Scope, id: string): Promise<Posted | null> {
  const [row] = await reads(scope).$queryRaw<Posted[]>`
    SELECT state, channel, ts, sent_version >= wanted_version AS "isDrawn" FROM message
    WHERE workspace_id = ${scope.workspaceId}::uuid AND id = ${id}::uuid`;
  return row ?? null;
}

/** Whether a posted message at one of these places waits to be redrawn for this request. */
export async function waitsForRedraw(
  scope: Scope,
  correlationId: string,
  places: readonly string[],
): Promise<boolean> {
  const [row] = await reads(scope).$queryRaw<{ waits: boolean }[]>`
    SELECT EXISTS (SELECT 1 FROM message
      WHERE workspace_id = ${scope.workspaceId}::uuid AND place = ANY(${[...places]}::text[]) AND state = 'waiting'
        AND correlation_id = ${correlationId} AND ts IS NOT NULL) AS waits`;
  return row?.waits ?? false;
}

/** Replaces a position that Slack no longer has by that of another copy, and requests a redraw. */
export async function moveStanding(
  tx: Tx,
  id: string,
  { gone, to }: { readonly gone: Standing; readonly to: Standing },
  now: Date,
): Promise<boolean> {
  const moved = await writes(tx).$executeRaw`
    UPDATE message SET channel = ${to.channel}, ts = ${to.ts}, wanted_version = wanted_version + 1, state = 'waiting',
      due_at = ${now}, waiting_since = ${now}, attempts = 0, error = NULL
    WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ${id}::uuid AND channel = ${gone.channel} AND ts = ${gone.ts}
      AND lease IS NULL`;
  return moved === 1;
}
