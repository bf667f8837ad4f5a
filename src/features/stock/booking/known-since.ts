import type { Scope } from '../../../core/runtime/database.ts';
import { firstKnown } from '../ledger/span-store.ts';
import type { Place } from '../ledger/store.ts';

/**
 * Since when the stock of SKUs at locations is known, by "skuId locationId": from its first statement or movement, a
 * booking of an order aside. Places of which nothing is known are left out. One statement for any number of them.
 */
export async function knownSince(scope: Scope, places: readonly Place[]): Promise<ReadonlyMap<string, Date>> {
  return await firstKnown(scope, places);
}
