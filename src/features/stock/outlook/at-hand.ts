import type { Scope } from '../../../core/runtime/database.ts';
import type { AtHand } from './model.ts';
import { levelsOf } from './store.ts';

/** What of these SKUs is here, at all places together; those without levels are left out. One statement for all. */
export async function stockAtHand(
  scope: Scope,
  skuIds: readonly string[],
): Promise<ReadonlyMap<string, AtHand>> {
  return skuIds.length === 0 ? new Map() : await levelsOf(scope, skuIds);
}
