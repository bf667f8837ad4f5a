import type { Scope } from '../../../core/runtime/database.ts';
import { findInForce } from './store.ts';

/**
 * The people whose right this person may use now, not their own. A right that somebody has by delegation does not
 * pass on: what counts is whether each of these people has it themselves.
 */
export async function delegatorsOf(scope: Scope, personId: string, now: Date): Promise<string[]> {
  const open = await findInForce(scope, { toIds: [personId] }, now);
  return open.map(({ fromId }) => fromId);
}

/** Who may act for these people now, and is to be asked as well; without those who are asked anyway. */
export async function delegatesOf(scope: Scope, personIds: readonly string[], now: Date): Promise<string[]> {
  const open = await findInForce(scope, { fromIds: personIds }, now);
  return [...new Set(open.map(({ toId }) => toId))].filter((id) => !personIds.includes(id));
}
