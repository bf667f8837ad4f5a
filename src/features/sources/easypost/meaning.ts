import type { ShipmentStatement } from '../../shipments/index.ts';
import { ignored, type Meaning, readAs } from '../meaning/meaning.ts';
import { aboutOf, endSaid, nameSaid, placeSaid, type ShipmentEvent, scanEvent } from '../meaning/parcels.ts';
import type { Teller } from '../meaning/teller.ts';
import { meantBy } from './codes.ts';
import { type EasypostPlace, type EasypostTracker, easypostEvent } from './model.ts';

/** What a delivery of EasyPost means, by its topic and its body as `exactJson` reads it. */
export function easypostMeaning(topic: string, body: unknown, teller: Teller): Meaning {
  if (topic !== 'tracker.created' && topic !== 'tracker.updated')
    return ignored(`nothing is made of ${topic}`);
  const read = readAs(easypostEvent, body);
  return 'why' in read ? read.why : { is: 'shipments', statements: [statementOf(read.value.result, teller)] };
}

function statementOf(tracker: EasypostTracker, { source, deliveryId }: Teller): ShipmentStatement {
  const { carrier, carrier_detail: of, is_return: isReturn } = tracker;
  return {
    tracking: tracker.tracking_code,
    formerly: [],
    source,
    saidAt: tracker.updated_at,
    deliveryId,
    about: aboutOf({
      carrier: nameSaid(carrier),
      service: nameSaid(of?.service),
      direction: isReturn ? 'return' : null,
      from: endOf(of?.origin_tracking_location) ?? placeIn(of?.origin_location),
      to: endOf(of?.destination_tracking_location) ?? placeIn(of?.destination_location),
      estimate: arrivalOf(of?.est_delivery_date_local ?? tracker.est_delivery_date),
      promise: arrivalOf(of?.guaranteed_delivery_date),
    }),
    events: [...detailEvents(tracker), ...ownEvent(tracker)],
  };
}

function detailEvents({ tracking_details: details }: EasypostTracker): readonly ShipmentEvent[] {
  return (details ?? []).map((one) =>
    scanEvent({
      at: one.datetime,
      meant: meantBy(one.status, one.status_detail),
      // The carrier's own code tells two scans of one moment and place apart.
      code: codeOf(one.status, one.status_detail, one.carrier_code),
      place: placeOf(one.tracking_location),
      text: one.message,
    }),
  );
}

/**
 * What the tracker says of itself and none of its details does: some carriers tell an end without a scan. Not that it is
 * on its way: of that each update would be another scan.
 */
function ownEvent(tracker: EasypostTracker): readonly ShipmentEvent[] {
  const { status, status_detail: detail, tracking_details: details, updated_at: at } = tracker;
  const isTold = (details ?? []).some((one) => one.status === status);
  const isNews = meantBy(status, null) === null || ends.includes(status);
  if (isTold || !isNews) return [];
  // Each update by itself: of several words of one end the first counts.
  const key = `tracker ${status} ${at.toISOString()}`;
  const meant = meantBy(status, detail);
  return [scanEvent({ key, at, meant, code: codeOf(status, detail), place: null })];
}

const ends: readonly string[] = ['delivered', 'return_to_sender', 'failure', 'cancelled'];

function codeOf(...said: readonly (string | null | undefined)[]): string {
  return said.flatMap((one) => one || []).join(' ');
}

function placeOf(said: EasypostPlace) {
  return said ? placeSaid({ city: said.city, region: said.state, country: said.country }) : null;
}

function endOf(said: EasypostPlace) {
  return said
    ? endSaid({ city: said.city, region: said.state, country: said.country, postcode: said.zip })
    : null;
}

const inOneLine = /^(.*?) *,? +([A-Z]{2}),? +([A-Z]{2})$/;

/** "BROOKLYN NY US". Anything else may be anything. */
function placeIn(text: string | null | undefined) {
  const [, city, state, country] = inOneLine.exec(text ?? '') ?? [];
  return country ? placeSaid({ city, region: state, country }) : null;
}

const midnight = /T00:00(?::00(?:\.0+)?)?(?:Z|\+00:00)$/;

/** Midnight in UTC is how it writes a day. */
function arrivalOf(said: string | null | undefined) {
  if (!said) return null;
  const [day = ''] = said.split('T');
  if (day === said || midnight.test(said)) return { kind: 'date' as const, on: day };
  return { kind: 'instant' as const, at: new Date(said) };
}
