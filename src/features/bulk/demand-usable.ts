import { Refusal } from '../../core/runtime/refusal.ts';
import type { Selection } from './model.ts';

const again = { next: 'Open the list again and press “Act on all”.' };

/** Throws unless this account may act on the selection now. */
export function demandUsable(
  selection: Selection | null,
  slackUserId: string | null,
  now: Date,
): asserts selection is Selection {
  if (!selection) throw new Refusal('not-found', 'That selection no longer exists.', again);
  if (selection.slackUserId !== slackUserId)
    throw new Refusal('not-allowed', 'Somebody else selected these: select your own.', again);
  if (selection.isUsed)
    throw new Refusal('conflict', 'You have acted on this selection: each is good for once.', again);
  if (selection.expiresAt <= now)
    throw new Refusal('conflict', 'That selection is more than a day old, and things have moved on.', again);
}
