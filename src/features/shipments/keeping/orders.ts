import type { Scope } from '../../../core/runtime/database.ts';
import { locations } from '../../locations/index.ts';
import { ordersByTracking } from '../../orders/index.ts';
import type { ParcelOrder } from '../fold/order-model.ts';

/** More orders than come in one parcel. */
const mostOrders = 100;

/** What the orders say that have parcels with these numbers, by their keys. */
export async function parcelOrders(
  scope: Scope,
  keys: readonly string[],
): Promise<(some: readonly string[]) => readonly ParcelOrder[]> {
  const sent = await ordersByTracking(scope, [...new Set(keys)], mostOrders);
  const places = sent.length > 0 ? new Map((await locations(scope)).map((one) => [one.id, one])) : new Map();
  const byKey = new Map<string, ParcelOrder[]>();
  for (const { channel: _, locationId, ...order } of sent) {
    const place = locationId === null ? undefined : places.get(locationId);
    const one = { ...order, origin: place ? { code: place.code, timeZone: place.timeZone } : null };
    for (const key of order.keys) byKey.set(key, [...(byKey.get(key) ?? []), one]);
  }
  return (some) => [...new Set(some.flatMap((key) => byKey.get(key) ?? []))];
}
