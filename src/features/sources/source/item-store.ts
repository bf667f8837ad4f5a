import type { Scope, Tx } from '../../../core/runtime/database.ts';
import { type ExternalKey, type ExternalRef, keepRefs, type Refs, refsOf } from '../../../db/refs/refs.ts';

/** Our ids of what a source names by its own. */
export async function itemsOf(scope: Scope, keys: readonly ExternalKey[]): Promise<Refs> {
  return await refsOf(scope, keys);
}

export async function keepItems(tx: Tx, refs: readonly ExternalRef[]): Promise<void> {
  await keepRefs(tx, refs);
}
