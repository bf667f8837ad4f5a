import { isDeepStrictEqual } from 'node:util';
import { foldShipments } from '../fold/fold-shipments.ts';
import { eventsInOrder } from '../fold/in-order.ts';
import type { CodesKnown } from '../fold/model.ts';
import type { ParcelOrder } from '../fold/order-model.ts';
import { eventsOf, wordOf } from '../telling/kept.ts';
import type { ShipmentStatement } from '../telling/model.ts';
import type { Naming } from '../telling/naming.ts';
import { type CarriersKnown, rowsOf } from './rows.ts';
import type { Series, StoredEvent, StoredShipment, StoredWord } from './rows-model.ts';

/** What becomes of a series, and what of it is to be written. */
export interface SeriesPlan {
  readonly events: readonly StoredEvent[];
  /** Those of them that nobody told before. */
  readonly fresh: readonly StoredEvent[];
  /** Those that say something else than before under their key. */
  readonly corrected: readonly { readonly was: StoredEvent; readonly now: StoredEvent }[];
  readonly words: readonly StoredWord[];
  readonly shipments: readonly {
    readonly before: StoredShipment | null;
    readonly after: StoredShipment;
  }[];
  /** Ids of shipments that are parts of others now. */
  readonly gone: readonly string[];
}

export interface Means {
  /** IANA name. */
  readonly businessZone: string;
  readonly carriers: CarriersKnown;
  readonly codes: CodesKnown;
  readonly ordersOf: (words: readonly Naming[]) => readonly ParcelOrder[];
  readonly newId: () => string;
}

/** Adds what is told of a series to what is stored of it, and of those that are joined to it. */
export function planSeries(
  seriesId: string,
  { events: before, words: said, shipments }: Series,
  told: readonly ShipmentStatement[],
  { businessZone, codes, ordersOf, ...means }: Means,
): SeriesPlan {
  const fresh = told.flatMap((one) =>
    eventsOf(one).map((event): StoredEvent => ({ ...event, seriesId, deliveryId: one.deliveryId })),
  );
  const stored = new Map(before.filter((one) => one.seriesId === seriesId).map((one) => [keyOf(one), one]));
  const events = eventsInOrder([...before, ...fresh].map(eventOf));
  const deliveries = new Map([...fresh, ...before].map((one) => [keyOf(one), one.deliveryId]));
  const changed = events.flatMap((event) => {
    const known = stored.get(keyOf(event));
    if (known && isDeepStrictEqual(eventOf(known), event)) return [];
    return [{ ...event, seriesId, deliveryId: deliveries.get(keyOf(event)) ?? null }];
  });

  const toldBefore = new Map(before.map((one) => [keyOf(one), one]));
  const words = told.map((one): StoredWord => ({ ...wordOf(one), seriesId, deliveryId: one.deliveryId }));
  const known = new Set(said.filter((one) => one.seriesId === seriesId).map(keyOfWord));
  const newWords = [...said, ...words].filter((one) => !known.has(keyOfWord(one)));
  const apart = new Map(newWords.map((one) => [keyOfWord(one), { ...one, seriesId }]));

  const all = [...said, ...words];
  const orders = ordersOf(all);
  const folded = foldShipments({ events, words: all, businessZone, codes, orders });
  const rows = rowsOf(folded, seriesId, inTime(shipments), means);
  const kept = new Map(shipments.map((one) => [one.id, one]));
  const stays = new Set(rows.map(({ id }) => id));
  return {
    events: changed,
    fresh: changed.filter((one) => !toldBefore.has(keyOf(one))),
    corrected: changed.flatMap((now) => {
      const was = toldBefore.get(keyOf(now));
      return was ? [{ was, now }] : [];
    }),
    words: [...apart.values()],
    shipments: rows.map((after) => ({ before: kept.get(after.id) ?? null, after })),
    gone: shipments.flatMap(({ id }) => (stays.has(id) ? [] : [id])),
  };
}

const keyOf = ({ source, key }: { readonly source: string; readonly key: string }) =>
  JSON.stringify([source, key]);
const keyOfWord = ({ source, saidAt, hash }: StoredWord) => JSON.stringify([source, saidAt, hash]);

/** Without where it is stored, and who delivered it: neither makes it another. */
function eventOf({ seriesId: _, deliveryId: __, ...event }: StoredEvent) {
  return event;
}

function inTime(shipments: readonly StoredShipment[]): readonly StoredShipment[] {
  return shipments.toSorted((a, b) => a.beganAt.getTime() - b.beganAt.getTime() || (a.id < b.id ? -1 : 1));
}
