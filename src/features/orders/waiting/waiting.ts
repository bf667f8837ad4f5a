import type { Scope } from '../../../core/runtime/database.ts';
import type { WaitingOrders } from './model.ts';
import { waitingBySku } from './store.ts';

/** The open orders that wait for pieces of these SKUs, by SKU; those of which none does are left out. One statement for all. */
export async function ordersWaitingFor(
  scope: Scope,
  skuIds: readonly string[],
): Promise<ReadonlyMap<string, WaitingOrders>> {
  return skuIds.length === 0 ? new Map() : await waitingBySku(scope, skuIds);
}
