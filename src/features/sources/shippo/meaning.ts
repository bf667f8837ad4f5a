import { ignored, type Meaning, readAs } from '../meaning/meaning.ts';
import { aboutOf, endSaid, nameSaid, placeSaid, type ShipmentEvent, scanEvent } from '../meaning/parcels.ts';
import type { Teller } from '../meaning/teller.ts';
import { meantBy } from './codes.ts';
import { type ShippoScan, type ShippoTrack, shippoEvent } from './model.ts';

/** What a delivery of Shippo means, by its topic and its body as `exactJson` reads it. */
export function shippoMeaning(topic: string, body: unknown, teller: Teller): Meaning {
  if (topic !== 'track_updated') return ignored(`nothing is made of ${topic}`);
  const read = readAs(shippoEvent, body);
  return 'why' in read ? read.why : trackMeaning(read.value.data, teller);
}

function trackMeaning(track: ShippoTrack, { source, deliveryId }: Teller): Meaning {
  const { tracking_status: present, tracking_history: history } = track;
  const saidAt = present?.object_updated ?? present?.object_created ?? present?.status_date;
  if (!present || !saidAt) return ignored('it tells nothing of its parcel yet');
  const statement = {
    tracking: track.tracking_number,
    formerly: [],
    source,
    saidAt,
    deliveryId,
    about: aboutOf({
      carrier: nameSaid(track.carrier),
      service: nameSaid(track.servicelevel?.name),
      from: endOf(track.address_from),
      to: endOf(track.address_to),
      estimate: arrivalOf(track.eta),
    }),
    // The present status is one of the history; where that is left out it is all there is.
    events: (history && history.length > 0 ? history : [present]).flatMap(eventOf),
  };
  return { is: 'shipments', statements: [statement] };
}

/** One without a moment tells of no scan. */
function eventOf(scan: ShippoScan): readonly ShipmentEvent[] {
  const { status, substatus, status_date: at, status_details: text, location } = scan;
  if (!at) return [];
  const detail = substatus?.code;
  const code = detail ? `${status} ${detail}` : status;
  return [scanEvent({ at, meant: meantBy(status, detail), code, place: placeOf(location), text })];
}

function placeOf(said: ShippoScan['location']) {
  return said ? placeSaid({ city: said.city, region: said.state, country: said.country }) : null;
}

function endOf(said: ShippoScan['location']) {
  return said
    ? endSaid({ city: said.city, region: said.state, country: said.country, postcode: said.zip })
    : null;
}

const midnight = /T00:00(?::00(?:\.0+)?)?(?:Z|\+00:00)$/;

/** Midnight in UTC is how it writes a day. */
function arrivalOf(said: string | null | undefined) {
  if (!said) return null;
  const [day = ''] = said.split('T');
  if (day === said || midnight.test(said)) return { kind: 'date' as const, on: day };
  return { kind: 'instant' as const, at: new Date(said) };
}
