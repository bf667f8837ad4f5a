import type { Scope } from '../../../core/runtime/database.ts';
import { locations } from '../../locations/index.ts';
import { ordersByNumber, ordersByTracking } from '../../orders/index.ts';
import type { ParcelOrder } from '../fold/order-model.ts';
import { keysIn, type Naming, namedIn } from '../telling/naming.ts';

/** More orders than come in one parcel, and than channels that use one number. */
const mostOrders = 100;

/** What orders say of the shipments of which these words were said: those with their numbers, and those that they name. */
export async function parcelOrders(
  scope: Scope,
  words: readonly Naming[],
): Promise<(some: readonly Naming[]) => readonly ParcelOrder[]> {
  const sent = await ordersByTracking(scope, keysIn(words), mostOrders);
  const numbers = namedIn(words);
  const named = numbers.length > 0 ? await ordersByNumber(scope, numbers, mostOrders) : [];
  const places =
    sent.length + named.length > 0
      ? new Map((await locations(scope)).map((one) => [one.id, one]))
      : new Map();
  const byId = new Map<string, ParcelOrder>();
  // What is known of the parcel itself, such as where it leaves, counts before what is known of its order.
  for (const { locationId, ...order } of [...named, ...sent]) {
    const place = locationId === null ? undefined : places.get(locationId);
    byId.set(order.id, { ...order, origin: place ? { code: place.code, timeZone: place.timeZone } : null });
  }
  const byName = new Map<string, ParcelOrder[]>();
  for (const one of byId.values())
    for (const key of [...one.keys.map(trackingName), orderName(one.numberKey)])
      byName.set(key, [...(byName.get(key) ?? []), one]);
  return (some) => {
    const names = [...keysIn(some).map(trackingName), ...namedIn(some).map(orderName)];
    return [...new Set(names.flatMap((name) => byName.get(name) ?? []))];
  };
}

const trackingName = (key: string) => `tracking ${key}`;
const orderName = (key: string) => `order ${key}`;
