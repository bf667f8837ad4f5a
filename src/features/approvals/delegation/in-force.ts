import type { Scope } from '../../../core/runtime/database.ts';
import { findInForce } from './store.ts';

/**
 * The people whose authority this person may use now. Delegations do not chain: each of these people has to hold the
 * authority themselves.
 */
export async function delegatorsOf(scope: Scope, personId: string, now: Date): Promise<string[]> {
  const open = await findInForce(scope, { toIds: [personId] }, now);
  return open.map(({ fromId }) => fromId);
}

/** The delegates of these people now, without these people themselves. */
export async function delegatesOf(scope: Scope, personIds: readonly string[], now: Date): Promise<string[]> {
  const open = await findInForce(scope, { fromIds: personIds }, now);
  return [...new Set(open.map(({ toId }) => toId))].filter((id) => !personIds.includes(id));
}

/** The delegations of these people in force now. */
export async function delegationsAmong(scope: Scope, personIds: readonly string[], now: Date) {
  return await findInForce(scope, { fromIds: personIds }, now);
}
