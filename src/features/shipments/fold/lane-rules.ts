import { isZoneOf } from '../../../core/time/country-zones.ts';
import type { KeptEvent } from '../telling/kept.ts';
import type { Place } from '../telling/model.ts';
import type { ParcelOrder } from './order-model.ts';

/** Of a shipment of which nobody says either end; and in place of the end that nobody says. */
export const unknownLane = 'unknown';

interface Told {
  readonly order: ParcelOrder | undefined;
  readonly from: Place | null;
  readonly to: Place | null;
  /** In the order in which they happened. */
  readonly events: readonly Pick<KeptEvent, 'place'>[];
}

/**
 * From where to where it goes: "HAM → FR", inside a country "HAM → DE 10" with the first two characters of the postcode.
 * Where it goes is what is said of the parcel itself, which may be redirected, else what its order says; where it comes from, what
 * its order says, else what is said of the parcel, else the first scan. Of
 * one whose origin nobody says the country alone tells the lane: "unknown → DE", or many would be on a lane of their own.
 */
export function laneOf({ order, from, to, events }: Told): string {
  const first = events.find(({ place }) => place?.country)?.place ?? null;
  const origin = order?.origin?.code ?? from?.country ?? first?.country ?? null;
  const country = to?.country ?? order?.shipCountry ?? null;
  if (origin === null && country === null) return unknownLane;
  if (origin === null || country === null) return `${origin ?? unknownLane} → ${country ?? unknownLane}`;
  const area = to?.area ?? (order?.shipCountry === country ? order.shipArea : null);
  const isInland = from?.country
    ? from.country === country
    : order?.origin
      ? isZoneOf(country, order.origin.timeZone)
      : first?.country === country;
  return `${origin} → ${country}${area && isInland ? ` ${area}` : ''}`;
}
