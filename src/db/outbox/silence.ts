import type { Tx } from '../../core/runtime/database.ts';
import { writes } from '../scope.ts';

/** A message that waited longer was undeliverable: nothing else delays one for so long. */
const lateMs = 10 * 60_000;

export interface Silence {
  readonly from: Date;
  readonly until: Date;
}

/** Whether a message that is said now waited so long that nothing could be delivered. */
export function wasSilent({ waitingSince }: { readonly waitingSince: Date }, now: Date): boolean {
  return now.getTime() - waitingSince.getTime() > lateMs;
}

/** After a success at a place, records how long the message had waited if that was too long. */
export async function noteSilence(
  tx: Tx,
  { place, waitingSince }: { readonly place: string; readonly waitingSince: Date },
  now: Date,
): Promise<void> {
  if (!wasSilent({ waitingSince }, now)) return;
  await writes(tx).$executeRaw`
    INSERT INTO silence (workspace_id, place, "from", until)
    VALUES (${tx.workspaceId}::uuid, ${place}, ${waitingSince}, ${now})
    ON CONFLICT (workspace_id, place, "from") DO UPDATE SET until = greatest(silence.until, excluded.until)`;
}

/**
 * Periods in which nothing could be delivered to these places, including those of messages still waiting. They may
 * overlap.
 */
export async function silencesAt(
  tx: Tx,
  places: readonly string[],
  { from, until }: Silence,
): Promise<readonly Silence[]> {
  return await writes(tx).$queryRaw<Silence[]>`
    SELECT "from", until FROM silence
    WHERE workspace_id = ${tx.workspaceId}::uuid AND place = ANY(${[...places]}::text[])
      AND until > ${from} AND "from" < ${until}
    UNION
    SELECT waiting_since, ${until}::timestamptz FROM message
    WHERE workspace_id = ${tx.workspaceId}::uuid AND place = ANY(${[...places]}::text[]) AND state = 'waiting'
      AND waiting_since < ${new Date(until.getTime() - lateMs)}`;
}
