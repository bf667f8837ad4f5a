import { zoneOfPlace } from '../../../core/time/country-zones.ts';
import type { KeptEvent, Word } from '../telling/kept.ts';
import type { AboutSaid } from '../telling/model.ts';
import { arrivalsOf } from './arrivals.ts';
import { eventsInOrder, wordsInOrder } from './in-order.ts';
import { type Life, livesOf } from './lives.ts';
import type { FoldedArrival, FoldedShipment, FoldInput, StatusOf } from './model.ts';
import { numbersOf } from './numbers.ts';
import { crossesBorder, silencesOf } from './silence-rules.ts';
import { walked } from './walk.ts';

/**
 * The shipments that had a number, the first one first, from everything that was ever said of them. It does not see in
 * which order things came, nor how often, nor what the time is. Throws where nobody said anything.
 */
export function foldShipments({
  events,
  words,
  businessZone,
  statusOf,
}: FoldInput): readonly FoldedShipment[] {
  const said = wordsInOrder(words);
  if (said.length === 0) throw new Error('A shipment of which nobody said anything.');
  const numbers = numbersOf(said);
  return livesOf(eventsInOrder(events.map((one) => meant(one, statusOf))), said).map((life) =>
    shipmentOf(life, numbers, businessZone),
  );
}

function meant(event: KeptEvent, statusOf: StatusOf): KeptEvent {
  const status =
    event.status === 'unknown' && event.code !== null ? statusOf(event.source, event.code) : null;
  return status === null ? event : { ...event, status };
}

function shipmentOf({ events, words }: Life, known: readonly string[], businessZone: string): FoldedShipment {
  // Whoever spoke only of the parcel after it has said what its number is.
  const numbers = words.length > 0 ? numbersOf(words) : known;
  const { carrier, service, direction, from = null, to = null } = lastOf(words);
  const place = zoneOfPlace(to?.country ?? null, to?.region ?? null);
  const zone = place?.zone ?? businessZone;
  const { scans, ...walk } = walked(events);
  const estimates = arrivalsOf(words, 'estimate', zone);
  const promises = arrivalsOf(words, 'promise', zone);
  const etaUntil = lastSaid(estimates);
  const promiseUntil = lastSaid(promises);
  const isAbroad = crossesBorder([from, to, ...events.map((one) => one.place)]);
  const moments = [...events.map(({ at }) => at), ...words.map(({ saidAt }) => saidAt)];
  return {
    tracking: numbers.at(-1) ?? '',
    numbers,
    direction: direction ?? 'outbound',
    carrierSaid: carrier ?? null,
    serviceSaid: service ?? null,
    from,
    to,
    zone,
    zoneSource: place?.by ?? 'business',
    ...walk,
    beganAt: edge(moments, Math.min),
    estimates,
    promises,
    etaUntil,
    promiseUntil,
    atRisk: walk.endedAt === null && etaUntil !== null && promiseUntil !== null && etaUntil > promiseUntil,
    ...silencesOf(scans, isAbroad, walk.endedAt !== null),
    saidAt: edge(moments, Math.max),
  };
}

/** Of each field the last word counts. */
function lastOf(words: readonly Word[]): AboutSaid {
  return Object.assign({}, ...words.map(({ about }) => about)) as AboutSaid;
}

function lastSaid(arrivals: readonly FoldedArrival[]): Date | null {
  return arrivals.at(-1)?.until ?? null;
}

function edge(moments: readonly Date[], of: (...ms: number[]) => number): Date {
  return new Date(of(...moments.map((at) => at.getTime())));
}
