import { zoneOfPlace } from '../../../core/time/country-zones.ts';

/** Where the customer's days end; the business's where nobody knows. */
export function destinationZone(country: string | null, region: string | null, businessZone: string) {
  const place = zoneOfPlace(country, region);
  return place
    ? { shipZone: place.zone, zoneSource: place.by }
    : { shipZone: businessZone, zoneSource: 'business' as const };
}
