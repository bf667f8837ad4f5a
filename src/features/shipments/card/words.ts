import { dayMoment } from '../../../core/time/day-moment.ts';
import type { Reader } from '../../../core/time/reader.ts';
import { distance } from '../../../core/time/spans.ts';
import { dayIn } from '../../../core/time/time-zone.ts';
import { endOfDay } from '../../../core/time/wall-clock.ts';
import { dayWords } from '../../../core/time/weekdays.ts';
import type { FoldedArrival } from '../fold/model.ts';
import type { Promised, ShipmentCard } from '../shipment/model.ts';
import { type Loss, lossOf } from '../status/loss-rules.ts';
import type { Reason, Status } from '../status/model.ts';
import { type Place, personOf } from '../telling/model.ts';

export const statusWords: Readonly<Record<Status, string>> = {
  unknown: 'not scanned yet',
  pending: 'labelled, not handed over',
  picked_up: 'picked up',
  in_transit: 'in transit',
  on_hold: 'on hold',
  delayed: 'delayed',
  out_for_delivery: 'out for delivery',
  ready_for_pickup: 'ready to be collected',
  delivery_failed: 'delivery failed',
  return_to_sender: 'on its way back to us',
  delivered: 'delivered',
  cancelled: 'cancelled',
};

export const lossWords: Readonly<Record<Loss, string>> = { lost: 'lost', damaged: 'damaged' };

/** "in transit", "back with us", "lost": as what it stands on cards and in lists. */
export function stateWords(of: Parameters<typeof lossOf>[0]): string {
  const loss = lossOf(of);
  if (of.returnedAt !== null) return 'back with us';
  return loss ? lossWords[loss] : statusWords[of.status];
}

const reasons: Readonly<Record<Reason, string>> = {
  carrier_delay: 'delayed by the carrier',
  carrier_lost: 'lost by the carrier',
  carrier_damaged: 'damaged by the carrier',
  carrier_missorted: 'missorted by the carrier',
  carrier_vehicle: 'a vehicle of the carrier broke down',
  carrier_strike: 'a strike at the carrier',
  retailer_label: 'our label is wrong',
  retailer_not_ready: 'we had it not ready',
  retailer_cancelled: 'called back by us',
  consignee_absent: 'nobody was there',
  consignee_refused: 'refused by the customer',
  consignee_address: 'the address is wrong',
  consignee_access: 'the carrier could not get in',
  consignee_not_collected: 'nobody collected it',
  customs_held: 'held by customs',
  customs_papers: 'customs wants papers',
  customs_duties: 'duties are unpaid',
  weather_delay: 'held up by weather',
  none_told: 'no reason given',
};

/**
 * "we handed it over 26 h late", "handed over on time", "not handed over yet, 3 h past its ship-by": our own part in that it is
 * late, whoever else has one; null: nobody says by when it had to leave.
 */
export function handOverWords(
  shipment: Pick<ShipmentCard, 'orders' | 'handedOverAt'>,
  now: Date,
): { readonly isOurs: boolean; readonly words: string } | null {
  const { handedOverAt } = shipment;
  const shipBy = shipByOf(shipment);
  if (!shipBy) return null;
  if (handedOverAt && handedOverAt <= shipBy) return { isOurs: false, words: 'handed over on time' };
  if (handedOverAt)
    return { isOurs: true, words: `we handed it over ${distance(shipBy, handedOverAt)} late` };
  return now > shipBy
    ? { isOurs: true, words: `not handed over yet, ${distance(shipBy, now)} past its ship-by` }
    : null;
}

/** By when it had to leave us; null: nobody says. */
export function shipByOf({ orders: [latest] }: Pick<ShipmentCard, 'orders'>): Date | null {
  return latest?.shipBy ?? null;
}

/** "refused by the customer"; empty: nobody says. */
export function reasonWords(reason: Reason | null): string {
  return reason ? reasons[reason] : '';
}

/** "Hanover", "Edison NJ", "France". */
export function placeWords(place: Place | null): string {
  if (!place) return '';
  const { city, region, country } = place;
  return [city, region].flatMap((part) => part ?? []).join(' ') || (country ?? '');
}

/** "14 h ago" where it vanishes, else the moment. */
function sinceWords(at: Date, reader: Reader): string {
  if (reader.lasting || at > reader.now) return dayMoment(at, reader);
  return `${distance(at, reader.now)} ago`;
}

/** "last scan Hanover 14 h ago"; empty: there was none. */
export function scanWords({ scannedAt, place }: ShipmentCard, reader: Reader): string {
  if (!scannedAt) return '';
  const where = placeWords(place);
  return `last scan ${where === '' ? '' : `${where} `}${sinceWords(scannedAt, reader)}`;
}

/** "Tue 3 Mar", or the moment. */
export function promiseWords(
  { on, until }: Promised,
  { zone }: Pick<ShipmentCard, 'zone'>,
  reader: Reader,
): string {
  return on ? dayWords(on, reader.now) : untilWords(until, zone, reader);
}

export function estimateWords(
  { arrival, until }: FoldedArrival,
  { zone }: Pick<ShipmentCard, 'zone'>,
  reader: Reader,
): string {
  return arrival.kind === 'date' ? dayWords(arrival.on, reader.now) : untilWords(until, zone, reader);
}

/**
 * "Fri 6 Mar", or "Fri 6 Mar 14:00 EST". What ends with a day where the parcel goes is that day, for readers everywhere: by their
 * own clocks it would be 18:00 of it, or another day.
 */
export function untilWords(until: Date, zone: string, reader: Reader): string {
  const day = dayIn(zone, new Date(until.getTime() - 1));
  const isDay = endOfDay(zone, day).getTime() === until.getTime();
  return isDay ? dayWords(day, reader.now) : dayMoment(until, reader);
}

/** Who says when it will come: the carrier, or one of us who asked it. */
export function sayerOf({ source }: FoldedArrival, { carrier, people }: ShipmentCard): string {
  if (personOf(source) !== null) return people.get(source) ?? 'somebody who has left';
  return carrier ?? 'the carrier';
}

/** "Show …066001": the end of a long number tells parcels apart, and its button stands beside the line on a phone. */
export function showLabel({ tracking }: Pick<ShipmentCard, 'tracking'>): string {
  return `Show ${tracking.length > 10 ? `…${tracking.slice(-6)}` : tracking}`;
}

/** A lead's other word, where a carrier contradicts an end of ours. */
export function confirmWords({ status, returnedAt }: Pick<ShipmentCard, 'status' | 'returnedAt'>): string {
  if (returnedAt !== null) return 'It is back with us';
  return status === 'delivered' ? 'It was delivered' : 'It was cancelled';
}

/** A lead's word, by what it takes back. */
export function liftWords(status: Status, isDoubted = false): string {
  if (status === 'delivered') return 'Not delivered after all';
  // That it turned back its carrier has said; that it is here, one of us.
  if (status === 'return_to_sender') return isDoubted ? 'Not back with us yet' : 'It did not turn back';
  return 'Not cancelled after all';
}
