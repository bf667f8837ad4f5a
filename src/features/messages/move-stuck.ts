import type { Tx } from '../../core/runtime/database.ts';
import type { NotificationKind } from '../../core/tokens/notification.ts';
import { moveCards } from './store.ts';

/**
 * Moves cards that a place does not show, with what waits in their threads, to another place, and sends them there. A
 * card that stands in the place and is up to date stays. Returns the subjects that moved.
 */
export async function moveStuck(
  tx: Tx,
  { id: kind }: Pick<NotificationKind, 'id'>,
  subjects: readonly string[],
  { from, to, now }: { readonly from: string; readonly to: string; readonly now: Date },
): Promise<readonly string[]> {
  return subjects.length === 0 ? [] : await moveCards(tx, { kind, subjects, from, to, now });
}
