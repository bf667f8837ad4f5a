import type { Tx } from '../../../core/runtime/database.ts';
import { silencesAt } from '../../../db/outbox/silence.ts';
import type { Approval } from '../request/model.ts';
import type { Span } from './outage-rules.ts';

/** When nothing could be posted at the request's places: Slack was away, or the bot was. Spans may overlap. */
export async function listSilences(
  tx: Tx,
  { places }: Pick<Approval, 'places'>,
  bounds: Span,
): Promise<readonly Span[]> {
  return await silencesAt(tx, places, bounds);
}
