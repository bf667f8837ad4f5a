import { Temporal } from 'temporal-polyfill';
import { countryCode } from '../../../core/text/country.ts';
import { zoneOfPlace } from '../../../core/time/country-zones.ts';
import { isUsualYear } from '../../../core/time/usual-year.ts';
import { instantAt } from '../../../core/time/wall-clock.ts';
import type { ShipmentStatement } from '../../shipments/index.ts';
import { failed, ignored, type Meaning, readAs } from '../meaning/meaning.ts';
import { aboutOf, endSaid, nameSaid, placeSaid, type ShipmentEvent, scanEvent } from '../meaning/parcels.ts';
import type { Teller } from '../meaning/teller.ts';
import { meantBy, returned } from './codes.ts';
import { type AftershipTracking, aftershipEvent, type Checkpoint } from './model.ts';

/**
 * What a delivery of AfterShip means, by its topic and its body as `exactJson` reads it. `zone`: of the business, whose
 * clock counts where nobody says on which one a scan was.
 */
export function aftershipMeaning(topic: string, body: unknown, teller: Teller, zone: string): Meaning {
  if (topic !== 'tracking_update' && topic !== 'edd_revise') return ignored(`nothing is made of ${topic}`);
  const read = readAs(aftershipEvent, body);
  if ('why' in read) return read.why;
  const statement = statementOf(read.value.msg, teller, zone);
  const odd = statement.events.find(({ at }) => !isUsualYear(at));
  return odd
    ? failed(`the year of its time, ${odd.at.toISOString()}, cannot be right`)
    : { is: 'shipments', statements: [statement] };
}

function statementOf(
  tracking: AftershipTracking,
  { source, deliveryId }: Teller,
  zone: string,
): ShipmentStatement {
  const { latest_estimated_delivery: latest, courier_estimated_delivery_date: courier } = tracking;
  const from = endSaid({
    city: tracking.origin_city,
    region: tracking.origin_state,
    postcode: tracking.origin_postal_code,
    country: countryCode(tracking.origin_country_region ?? tracking.origin_country_iso3 ?? ''),
  });
  const to = endSaid({
    city: tracking.destination_city,
    region: tracking.destination_state,
    postcode: tracking.destination_postal_code,
    country: countryCode(tracking.destination_country_region ?? tracking.destination_country_iso3 ?? ''),
  });
  const there = zoneOfPlace(to?.country ?? null, to?.region ?? null)?.zone ?? zone;
  return {
    tracking: tracking.tracking_number,
    formerly: [],
    source,
    saidAt: tracking.updated_at,
    deliveryId,
    about: aboutOf({
      carrier: nameSaid(tracking.slug),
      service: nameSaid(tracking.shipment_type),
      from,
      to,
      estimate: arrivalOf(latest?.datetime ?? courier?.estimated_delivery_date ?? tracking.expected_delivery),
    }),
    events: [
      ...(tracking.checkpoints ?? []).flatMap((one) => checkpointEvents(one, there)),
      ...ownEvent(tracking),
    ],
  };
}

/** `there`: where the parcel goes. */
function checkpointEvents(one: Checkpoint, there: string): readonly ShipmentEvent[] {
  const { tag, subtag, message: text } = one;
  const country = countryCode(one.country_region ?? one.country_iso3 ?? '');
  const place = placeSaid({ city: one.city, region: one.state, country });
  const at = momentAt(
    zoneOfPlace(place?.country ?? null, place?.region ?? null)?.zone ?? there,
    one.checkpoint_time,
  );
  const code = subtag || tag;
  const event = scanEvent({ at, meant: meantBy(tag, subtag), code, place, text });
  if (subtag !== returned) return [event];
  const back = { status: 'delivered', reason: null } as const;
  return [event, scanEvent({ at, meant: back, code: `${returned} back`, place, text })];
}

/**
 * What the tracking says of itself and none of its checkpoints does: somebody may have marked it as delivered. Not that it
 * is on its way: of that each update would be another scan.
 */
function ownEvent({ tag, subtag, checkpoints, updated_at: at }: AftershipTracking): readonly ShipmentEvent[] {
  const meant = meantBy(tag, subtag);
  const isTold = (checkpoints ?? []).some((one) => one.tag === tag);
  if (isTold || (meant !== null && tag !== 'Delivered' && tag !== 'Exception')) return [];
  const code = subtag || tag;
  return [scanEvent({ key: `tracking ${code} ${at.toISOString()}`, at, meant, code, place: null })];
}

const withOffset = /(?:Z|[+-]\d{2}:?\d{2})$/;

/** A day begins at its midnight. */
function momentAt(zone: string, said: string): Date {
  return said.includes('T') && withOffset.test(said)
    ? new Date(said)
    : instantAt(zone, Temporal.PlainDateTime.from(said));
}

const edgeOfDay = /T(?:00:00(?::00(?:\.0+)?)?|23:59(?::59(?:\.\d+)?)?)(?:Z|[+-]\d{2}:?\d{2})?$/;

/** All are on the clock of where it goes, so that an edge of a day, or a time without an offset, is that day. */
function arrivalOf(said: string | null | undefined) {
  if (!said) return null;
  const [day = ''] = said.split('T');
  const isDay = day === said || edgeOfDay.test(said) || !withOffset.test(said);
  return isDay ? { kind: 'date' as const, on: day } : { kind: 'instant' as const, at: new Date(said) };
}
