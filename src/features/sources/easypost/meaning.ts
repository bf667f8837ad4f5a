import { cleanName, cut } from '../../../core/text/clean.ts';
import type { ShipmentStatement } from '../../shipments/index.ts';
import { areaOf } from '../meaning/area.ts';
import { ignored, type Meaning, readAs } from '../meaning/meaning.ts';
import type { Teller } from '../meaning/teller.ts';
import { meantBy } from './codes.ts';
import { type EasypostPlace, type EasypostTracker, easypostEvent } from './model.ts';

const longestText = 200;
const longestName = 100;
const longestCode = 200;
const longestRegion = 40;

/** What a delivery of EasyPost means, by its topic and its body as `exactJson` reads it. */
export function easypostMeaning(topic: string, body: unknown, teller: Teller): Meaning {
  if (topic !== 'tracker.created' && topic !== 'tracker.updated')
    return ignored(`nothing is made of ${topic}`);
  const read = readAs(easypostEvent, body);
  return 'why' in read ? read.why : { is: 'shipments', statements: [statementOf(read.value.result, teller)] };
}

function statementOf(tracker: EasypostTracker, { source, deliveryId }: Teller): ShipmentStatement {
  const { carrier, carrier_detail: of, is_return: isReturn } = tracker;
  const estimate = arrivalOf(of?.est_delivery_date_local ?? tracker.est_delivery_date);
  const promise = arrivalOf(of?.guaranteed_delivery_date);
  const from = placeOf(of?.origin_tracking_location) ?? placeIn(of?.origin_location);
  const to = placeOf(of?.destination_tracking_location) ?? placeIn(of?.destination_location);
  return {
    tracking: tracker.tracking_code,
    formerly: [],
    source,
    saidAt: tracker.updated_at,
    deliveryId,
    about: {
      ...(carrier && { carrier: cleanName(carrier, longestName) }),
      ...(of?.service && { service: cleanName(of.service, longestName) }),
      ...(isReturn && { direction: 'return' as const }),
      ...(from && { from }),
      ...(to && { to }),
      ...(estimate && { estimate }),
      ...(promise && { promise }),
    },
    events: [...detailEvents(tracker), ...ownEvent(tracker)],
  };
}

type Events = ShipmentStatement['events'];

function detailEvents({ tracking_details: details }: EasypostTracker): Events {
  return (details ?? []).map((one) => ({
    key: null,
    at: one.datetime,
    ...codeOf(one.status, one.status_detail, one.carrier_code),
    place: placeOf(one.tracking_location),
    text: one.message ? cleanName(one.message, longestText) || null : null,
    lifts: false,
  }));
}

/**
 * What the tracker says of itself and none of its details does: some carriers tell an end without a scan. Not that it is
 * on its way: of that each update would be another scan.
 */
function ownEvent(tracker: EasypostTracker): Events {
  const { status, status_detail: detail, tracking_details: details, updated_at: at } = tracker;
  const isTold = (details ?? []).some((one) => one.status === status);
  const isNews = meantBy(status, null) === null || ends.includes(status);
  if (isTold || !isNews) return [];
  // Each update by itself: of several words of one end the first counts.
  return [
    {
      key: `tracker ${status} ${at.toISOString()}`,
      at,
      ...codeOf(status, detail, null),
      place: null,
      text: null,
      lifts: false,
    },
  ];
}

const ends: readonly string[] = ['delivered', 'return_to_sender', 'failure', 'cancelled'];

/** The carrier's own code tells two scans of one moment and place apart. */
function codeOf(status: string, detail: string | null | undefined, own: string | null | undefined) {
  const meant = meantBy(status, detail);
  const said = [status, detail, own].flatMap((one) => one || []).join(' ');
  const saysNothing = meant?.status === 'unknown';
  return {
    ...(meant ?? { status: 'unknown' as const, reason: null }),
    code: saysNothing ? null : cut(said, longestCode),
  };
}

function placeOf(said: EasypostPlace) {
  const of = (text: string | null | undefined, max: number) => (text ? cleanName(text, max) || null : null);
  const country = /^[A-Za-z]{2}$/.test(said?.country ?? '') ? (said?.country?.toUpperCase() ?? null) : null;
  const place = { city: of(said?.city, longestName), region: of(said?.state, longestRegion), country };
  const { shipArea: area } = areaOf(said?.zip);
  return place.city || place.region || place.country ? { ...place, ...(area && { area }) } : null;
}

const inOneLine = /^(.*?) *,? +([A-Z]{2}),? +([A-Z]{2})$/;

/** "BROOKLYN NY US". Anything else may be anything. */
function placeIn(text: string | null | undefined) {
  const [, city, state, country] = inOneLine.exec(text ?? '') ?? [];
  return country ? placeOf({ city, state, country, zip: null }) : null;
}

const midnight = /T00:00(?::00(?:\.0+)?)?(?:Z|\+00:00)$/;

/** Midnight in UTC is how it writes a day. */
function arrivalOf(said: string | null | undefined) {
  if (!said) return null;
  const [day = ''] = said.split('T');
  if (day === said || midnight.test(said)) return { kind: 'date' as const, on: day };
  return { kind: 'instant' as const, at: new Date(said) };
}
