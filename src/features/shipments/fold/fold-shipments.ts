import { zoneOfPlace } from '../../../core/time/country-zones.ts';
import { lossOf } from '../status/loss-rules.ts';
import type { KeptEvent, Word } from '../telling/kept.ts';
import { type AboutSaid, personOf, saidKey } from '../telling/model.ts';
import { arrivalsOf } from './arrivals.ts';
import { eventsInOrder, wordsInOrder } from './in-order.ts';
import { laneOf } from './lane-rules.ts';
import { type Life, livesOf } from './lives.ts';
import type { CodesKnown, FoldedEvent, FoldedShipment, FoldInput } from './model.ts';
import { ordersSaid } from './named-rules.ts';
import { numbersOf } from './numbers.ts';
import type { ParcelOrder } from './order-model.ts';
import { isKept, ordersOfLives, promisedOf } from './order-rules.ts';
import { crossesBorder, silencesOf } from './silence-rules.ts';
import { troubleOf } from './trouble-rules.ts';
import { walked } from './walk.ts';

/**
 * The shipments that had a number, the first one first, from everything that was ever said of them and what their orders
 * say. It does not see in which order things came, nor how often, nor what the time is. Throws where nobody said anything.
 */
export function foldShipments({
  events,
  words,
  businessZone,
  codes,
  orders,
}: FoldInput): readonly FoldedShipment[] {
  const said = wordsInOrder(words);
  if (said.length === 0) throw new Error('A shipment of which nobody said anything.');
  const known = numbersOf(said);
  const lives = livesOf(eventsInOrder(events.map((one) => meant(one, codes))), said).map((life) => ({
    life,
    // Whoever spoke only of the parcel after it has said what its number is.
    numbers: life.words.length > 0 ? numbersOf(life.words) : known,
    walk: walked(life.events),
  }));
  const own = ordersOfLives(
    lives.map(({ life, numbers, walk: { endedAt } }) => ({
      ...{ numbers, endedAt },
      said: ordersSaid(life.words),
    })),
    orders,
  );
  return lives.map((one, n) => shipmentOf(one, own[n] ?? [], businessZone));
}

function meant(event: KeptEvent, codes: CodesKnown): KeptEvent {
  const { source, code, reasonCode } = event;
  const status = event.status === 'unknown' && code !== null ? codes.statusOf(source, code) : null;
  const reason = event.reason ?? (reasonCode === undefined ? null : codes.reasonOf(source, reasonCode));
  return status === null && reason === event.reason
    ? event
    : { ...event, status: status ?? event.status, reason };
}

interface WalkedLife {
  readonly life: Life;
  readonly numbers: readonly string[];
  readonly walk: ReturnType<typeof walked>;
}

function shipmentOf(
  { life: { events, words }, numbers, walk: { scans, isContradicted: _, ...walk } }: WalkedLife,
  orders: readonly ParcelOrder[],
  businessZone: string,
): FoldedShipment {
  const { carrier, service, direction, from = null, to = null } = lastOf(words);
  const [order] = orders;
  const place =
    zoneOfPlace(to?.country ?? null, to?.region ?? null) ??
    zoneOfPlace(order?.shipCountry ?? null, order?.shipRegion ?? null);
  const zone = place?.zone ?? businessZone;
  const everExpected = arrivalsOf(words.filter(isNotTakenBack(walk.events)), 'estimate', zone);
  // What is lost will not come, whatever was expected before; once it is found, that counts again.
  const estimates = lossOf(walk) === null ? everExpected : [];
  const guaranteed = arrivalsOf(words, 'promise', zone);
  const etaUntil = estimates.at(-1)?.until ?? null;
  const promises = promisedOf(orders, guaranteed);
  const [original] = promises;
  const last = promises.at(-1);
  const { endedAt, deliveredAt } = walk;
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
    guaranteed,
    etaUntil,
    orders,
    promises,
    promiseUntil: last?.until ?? null,
    cameLate: original && deliveredAt ? !isKept(original, deliveredAt) : null,
    atRisk: endedAt === null && etaUntil !== null && last !== undefined && etaUntil > last.until,
    troubleAt: troubleOf(walk.events, everExpected, last),
    lane: laneOf({ order, from, to, events: walk.events }),
    ...silencesOf(scans, isAbroad, endedAt !== null, etaUntil ?? last?.until ?? null),
    saidAt: edge(moments, Math.max),
  };
}

/** A day that one of us said together with an end is taken back with it. */
function isNotTakenBack(events: readonly FoldedEvent[]): (word: Word) => boolean {
  const lifted = events.filter(({ standing, source }) => standing === 'lifted' && personOf(source) !== null);
  return ({ source, saidAt }) =>
    !lifted.some(
      (one) =>
        one.source === source &&
        // Earlier releases kept no key of when it was said.
        (one.key === saidKey(saidAt) || one.at.getTime() === saidAt.getTime()),
    );
}

/** Of each field the last word counts. */
function lastOf(words: readonly Word[]): AboutSaid {
  return Object.assign({}, ...words.map(({ about }) => about)) as AboutSaid;
}

function edge(moments: readonly Date[], of: (...ms: number[]) => number): Date {
  return new Date(of(...moments.map((at) => at.getTime())));
}
