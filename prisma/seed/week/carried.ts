import type { OrderStatement } from '../../../src/features/orders/telling/model.ts';
import type { FulfilmentSaid, ParcelState } from '../../../src/features/orders/telling/said.ts';
import { atHome, type Carried, countryOf, type Scan, sorted, taken } from '../scans/saying.ts';
import type { Dock, Place } from './dock.ts';
import { hoursAfter } from './moments.ts';
import { parcelStories } from './parcel-stories.ts';
import { parcel, sold, trackingOf, worked } from './saying.ts';

const minutesToTruck = 33;
/** What is scanned of each parcel before it has a story. */
const labelAndTruck = 2;

/** Orders of which everything has left, and is somewhere on its way. */
export function carriedOrders(dock: Dock): readonly OrderStatement[] {
  return parcelStories(dock).flatMap(({ sale, truck, scans }) => {
    const { place } = sale;
    const back = scans.find(({ status }) => status === 'return_to_sender');
    return [
      sold(sale),
      worked(sale, {
        allocated: place.beforeTruck(truck, 240),
        picked: place.beforeTruck(truck, 120),
        packed: place.beforeTruck(truck, 65),
      }),
      parcel(sale, 1, null, {
        labelled: place.beforeTruck(truck, 60),
        handed_over: place.beforeTruck(truck, -minutesToTruck),
        ...(back && { returned: back.at }),
      }),
    ];
  });
}

/** What carriers scanned of these, and of all else of the week that has a parcel. */
export function carriedParcels(dock: Dock, told: readonly OrderStatement[]): readonly Carried[] {
  const own = new Map(parcelStories(dock).map((one) => [trackingOf(one.sale, 1), one]));
  const countries = new Map<string, string>();
  for (const { order, header } of told)
    if (header?.shipCountry) countries.set(order.number ?? '', header.shipCountry);
  return told.flatMap(({ order, fulfilments = [] }): Carried[] => {
    const [first] = fulfilments;
    const tracking = first?.tracking?.[0];
    const to = countries.get(order.number ?? '');
    if (!first || !tracking || !to) return [];
    const { carrier, service = null } = first;
    const place = dock.placeOf(first.location?.externalId);
    const story = own.get(tracking);
    return [
      {
        tracking,
        carrier: carrier ?? place.carrier,
        service,
        from: countryOf(place.code),
        to,
        scans: story
          ? [...usualScans(place, to, fulfilments).slice(0, labelAndTruck), ...story.scans]
          : usualScans(place, to, fulfilments),
        estimates: story?.estimates ?? [],
      },
    ];
  });
}

/** What is scanned of any parcel, as far as its warehouse says that it is. */
function usualScans(place: Place, to: string, states: readonly FulfilmentSaid[]): readonly Scan[] {
  const at = (wanted: ParcelState) => states.find(({ state }) => state === wanted)?.at;
  const [label, truck, end, back] = [at('labelled'), at('handed_over'), at('delivered'), at('returned')];
  return [
    ...(label
      ? [
          {
            ...taken(place.code, place.carrier, label),
            status: 'pending',
            text: 'The label is printed',
          } as const,
        ]
      : []),
    ...(truck ? [taken(place.code, place.carrier, truck)] : []),
    ...(truck ? [hoursAfter(truck, 9), place.ago(11)] : [])
      .filter((one, n, all) => one < (end ?? back ?? place.ago(0)) && (n === 0 || one > (all[0] ?? one)))
      .map((one) => sorted(to, one)),
    ...(end ? [atHome(to, { at: end, status: 'delivered', text: 'Delivered' })] : []),
    ...(back
      ? [
          atHome(to, {
            at: back,
            status: 'return_to_sender',
            reason: 'consignee_refused',
            text: 'Refused at the door',
          }),
        ]
      : []),
  ];
}
