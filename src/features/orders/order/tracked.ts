import type { Scope } from '../../../core/runtime/database.ts';
import type { SentOrder } from './tracked-model.ts';
import { ordersSent, ordersWithNumbers, trackingOf } from './tracked-store.ts';

/**
 * The orders with a parcel of one of these tracking numbers, by their keys, the latest first: of each number so many at
 * most. This is how a shipment belongs to an order, whichever of the two was told first.
 */
export async function ordersByTracking(
  scope: Scope,
  keys: readonly string[],
  most: number,
): Promise<readonly SentOrder[]> {
  return await ordersSent(scope, keys, most);
}

/**
 * The orders with one of these numbers, by their keys, in whatever channel: so many of each number at most. This is how a
 * shipment that names its order belongs to it.
 */
export async function ordersByNumber(
  scope: Scope,
  numberKeys: readonly string[],
  most: number,
): Promise<readonly SentOrder[]> {
  return await ordersWithNumbers(scope, numberKeys, most);
}

/** The keys of all tracking numbers of these orders. */
export async function trackingOfOrders(scope: Scope, ids: readonly string[]): Promise<readonly string[]> {
  return await trackingOf(scope, ids);
}
