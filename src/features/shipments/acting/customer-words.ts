import { countryName } from '../../../core/text/country.ts';
import { dayMoment } from '../../../core/time/day-moment.ts';
import type { Reader } from '../../../core/time/reader.ts';
import { latenessOf } from '../card/finding.ts';
import { estimateWords, placeWords, promiseWords } from '../card/words.ts';
import type { FoldedArrival } from '../fold/model.ts';
import type { ShipmentCard } from '../shipment/model.ts';
import { lossOf } from '../status/loss-rules.ts';
import { type Place, personOf } from '../telling/model.ts';

/**
 * What one can tell the customer, in whole sentences to copy: nothing of ours, and nobody's fault. On the clock of where it
 * goes; it may be sent tomorrow, so nothing of it is "today".
 */
export function customerText(shipment: ShipmentCard, now: Date): string {
  const reader: Reader = { now, timeZone: shipment.zone, lasting: true };
  return [stateOf(shipment, reader), ...expectedOf(shipment, reader)].join(' ');
}

function stateOf(shipment: ShipmentCard, reader: Reader): string {
  const { tracking, orders, deliveredAt, returnedAt, endedAt, status, scannedAt } = shipment;
  const [order] = orders;
  const parcel = order && orders.length === 1 ? `The parcel with your order ${order.number}` : 'Your parcel';
  const named = `${parcel} (${carrierOf(shipment)}, tracking number ${tracking})`;
  const there = townWords(shipment.place);
  const seen = scannedAt
    ? ` It was last scanned${there === '' ? '' : ` in ${there}`} on ${dayMoment(scannedAt, reader)}.`
    : '';
  if (shipment.doubt && endedAt)
    return `${named} was reported as ${deliveredAt ? 'delivered' : returnedAt ? 'back with us' : 'cancelled'} on ${dayMoment(endedAt, reader)}, but was scanned on ${dayMoment(shipment.doubt.scan.at, reader)}: we are asking ${carrierOf(shipment)} where it is.`;
  if (deliveredAt) return `${named} was delivered on ${dayMoment(deliveredAt, reader)}.`;
  if (returnedAt) return `${named} came back to us on ${dayMoment(returnedAt, reader)}.`;
  if (endedAt) return `${named} was cancelled.`;
  const loss = lossOf(shipment);
  if (loss)
    return `${named} was ${loss === 'lost' ? 'lost' : 'damaged'} on its way${status === 'return_to_sender' ? ' back to us' : ' and will not arrive'}.${seen}`;
  const wasTakenBack = shipment.events.some((one) => one.standing === 'lifted' && one.status === 'delivered');
  if (wasTakenBack && status !== 'return_to_sender')
    return `${named} was marked as delivered by mistake and is still on its way.${seen}`;
  switch (status) {
    case 'unknown':
    case 'pending':
      return `${named} is packed; ${carrierOf(shipment)} has not scanned it yet.`;
    case 'return_to_sender':
      return `${named} could not be delivered and is on its way back to us.${seen}`;
    case 'ready_for_pickup':
      return `${named} is ready for you to collect${there === '' ? '' : ` in ${there}`}.`;
    case 'delivery_failed':
      return `${named} could not be delivered at the last attempt.${seen}`;
    case 'out_for_delivery':
      return `${named} is out for delivery.${seen}`;
    case 'on_hold':
    case 'delayed':
      return `${named} is delayed.${seen}`;
    default:
      return `${named} is on its way.${seen}`;
  }
}

/** When it will come, and that we are sorry where that is later than we said. */
function expectedOf(shipment: ShipmentCard, reader: Reader): readonly string[] {
  const { estimates, promises, endedAt, status } = shipment;
  const first = promises[0];
  const lateness = latenessOf(shipment, reader.now);
  const promised = first && first.by === 'order' ? promiseWords(first, shipment, reader) : null;
  if (endedAt)
    return lateness && promised
      ? [`We had promised it for ${promised}: we are sorry that it came later.`]
      : [];
  if (lossOf(shipment)) {
    const had = promised ? `We had promised it for ${promised}: we` : 'We';
    return [`${had} are sorry. We send it again or refund it: tell us which you prefer.`];
  }
  if (status === 'return_to_sender' || status === 'ready_for_pickup') return [];
  const estimate = estimates.at(-1);
  const expected = estimate && estimate.until > reader.now ? [expectedWords(estimate, shipment, reader)] : [];
  const late = promised
    ? `We had promised it for ${promised}: we are sorry that it is late.`
    : 'It takes longer than it should: we are sorry.';
  const isHeld = ['delayed', 'on_hold', 'delivery_failed'].includes(status);
  const sorry = lateness ? [late] : isHeld ? ['We are sorry for the delay.'] : [];
  return [...expected, ...sorry];
}

function expectedWords(estimate: FoldedArrival, shipment: ShipmentCard, reader: Reader): string {
  const when = `${estimate.arrival.kind === 'date' ? 'on' : 'by'} ${estimateWords(estimate, shipment, reader)}`;
  if (personOf(estimate.source) !== null) return `It is expected ${when}.`;
  return `${carrierOf(shipment)} expects to deliver it ${when}.`;
}

/** A country has no scanner. */
function townWords(place: Place | null): string {
  if (!place) return '';
  return place.city === null && place.country !== null ? countryName(place.country) : placeWords(place);
}

function carrierOf({ carrier }: ShipmentCard): string {
  return carrier ?? 'the carrier';
}
