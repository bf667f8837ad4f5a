import { isZoneOf } from '../../../core/time/country-zones.ts';
import type { Place } from '../telling/model.ts';
import type { ParcelOrder } from './order-model.ts';

/** Of a shipment of which nobody says both ends. */
export const unknownLane = 'unknown';

/**
 * From where to where it goes: "HAM → FR", inside a country "HAM → DE 10" with the first two characters of the postcode.
 * What its order says counts before what the carrier says.
 */
export function laneOf(order: ParcelOrder | undefined, from: Place | null, to: Place | null): string {
  const origin = order?.origin?.code ?? from?.country ?? null;
  const country = order?.shipCountry ?? to?.country ?? null;
  if (origin === null || country === null) return unknownLane;
  const area = order?.shipCountry ? order.shipArea : (to?.area ?? null);
  return `${origin} → ${country}${area && isInland(order, from, country) ? ` ${area}` : ''}`;
}

function isInland(order: ParcelOrder | undefined, from: Place | null, country: string): boolean {
  if (from?.country) return from.country === country;
  return order?.origin ? isZoneOf(country, order.origin.timeZone) : false;
}
