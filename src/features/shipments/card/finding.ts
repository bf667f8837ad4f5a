import { capitalized } from '../../../core/text/sentence.ts';
import { dayMoment as at } from '../../../core/time/day-moment.ts';
import type { Reader } from '../../../core/time/reader.ts';
import { distance } from '../../../core/time/spans.ts';
import { isKept } from '../fold/order-rules.ts';
import type { ShipmentCard } from '../shipment/model.ts';
import { lossOf } from '../status/loss-rules.ts';
import type { Status } from '../status/model.ts';
import { personOf } from '../telling/model.ts';
import {
  estimateWords,
  handOverWords,
  lossWords,
  placeWords,
  promiseWords,
  reasonWords,
  sayerOf,
  scanWords,
  statusWords,
} from './words.ts';

/** What matters first about a shipment, and whether somebody has to look at it. */
export interface Finding {
  readonly mark: 'attention' | 'waits' | 'done' | null;
  readonly text: string;
}

/** "Late: promised Tue 3 Mar, DHL says Thu 5 Mar; last scan Hanover 14 h ago". */
export function findingOf(shipment: ShipmentCard, reader: Reader): Finding {
  return (
    doubtOf(shipment, reader) ??
    endOf(shipment, reader) ??
    lossFinding(shipment, reader) ??
    backOf(shipment, reader) ??
    lateOf(shipment, reader) ??
    troubleOf(shipment, reader) ??
    silentOf(shipment, reader) ?? { mark: null, text: onItsWay(shipment, reader) }
  );
}

/** Of what was promised last: it has passed, or the carrier expects to miss it; of what came, the original. */
export function latenessOf(shipment: ShipmentCard, now: Date): 'came late' | 'late' | 'will be late' | null {
  const { promises, deliveredAt, endedAt, estimates, status } = shipment;
  const [first] = promises;
  const last = promises.at(-1);
  if (!first || !last) return null;
  if (endedAt) return deliveredAt && !isKept(first, deliveredAt) ? 'came late' : null;
  // It has come as far as the carrier brings it.
  if (status === 'ready_for_pickup') return null;
  if (!isKept(last, now)) return 'late';
  const estimate = estimates.at(-1);
  return estimate && estimate.until > last.until ? 'will be late' : null;
}

/** One of us ended it, and its carrier has scanned it since: what is true nobody knows. */
function doubtOf(shipment: ShipmentCard, reader: Reader): Finding | null {
  const { doubt, endedAt, returnedAt, deliveredAt, people } = shipment;
  if (!doubt || !endedAt) return null;
  const end = returnedAt ? 'as back with us' : deliveredAt ? 'delivered' : 'cancelled';
  const { at: scannedAt, status, place } = doubt.scan;
  const where = placeWords(place);
  const scanned = `${shipment.carrier ?? 'the carrier'} scanned it ${statusWords[status]}${where === '' ? '' : ` in ${where}`}`;
  return {
    mark: 'attention',
    text: `Marked ${end} by ${people.get(doubt.by) ?? 'somebody who has left'} ${at(endedAt, reader)}, but ${scanned} ${at(scannedAt, reader)}: a lead can confirm it or take it back`,
  };
}

/** How it ended; null: it goes on. */
function endOf(shipment: ShipmentCard, reader: Reader): Finding | null {
  const { deliveredAt, returnedAt, endedAt, reason } = shipment;
  if (!endedAt) return null;
  const why = reasonWords(reason);
  if (returnedAt)
    return {
      mark: 'attention',
      text: `Back with us since ${at(returnedAt, reader)}${why === '' ? '' : `: ${why}`}`,
    };
  if (!deliveredAt) return { mark: null, text: `Cancelled ${at(endedAt, reader)}` };
  const delivered = `Delivered ${at(deliveredAt, reader)}`;
  const [first] = shipment.promises;
  if (!first) return { mark: 'done', text: delivered };
  if (latenessOf(shipment, reader.now) === null) return { mark: 'done', text: `${delivered}, on time` };
  const last = shipment.promises.at(-1) ?? first;
  const revised = last !== first && isKept(last, deliveredAt) ? ', within the new promise' : '';
  // Our own lateness comes before what went wrong with it then.
  const handOver = handOverWords(shipment, reader.now);
  const cause = handOver?.isOurs ? handOver.words : why;
  return {
    mark: 'attention',
    text: `${delivered}, late: promised ${promiseWords(first, shipment, reader)}${revised}${cause === '' ? '' : `; ${cause}`}`,
  };
}

/** "Lost by DHL, told by Maya Thu 5 Mar 09:00 CET": whoever said so knows what was asked. */
function lossFinding(shipment: ShipmentCard, reader: Reader): Finding | null {
  const { carrier, events, people, status } = shipment;
  const loss = lossOf(shipment);
  if (!loss) return null;
  const told = events.findLast(
    ({ reason, standing }) => reason === shipment.reason && (standing === 'counts' || standing === 'scan'),
  );
  const by =
    told && personOf(told.source) !== null
      ? `, told by ${people.get(told.source) ?? 'somebody who has left'}`
      : ' since';
  const back = status === 'return_to_sender' ? ' on its way back to us' : '';
  const head = `${capitalized(lossWords[loss])} by ${carrier ?? 'the carrier'}${back}${told ? `${by} ${at(told.at, reader)}` : ''}`;
  return { mark: 'attention', text: ended(head, shipment, reader) };
}

function backOf(shipment: ShipmentCard, reader: Reader): Finding | null {
  if (shipment.status !== 'return_to_sender') return null;
  return { mark: 'attention', text: ended(`On its way back to us${because(shipment)}`, shipment, reader) };
}

/** Past what was promised last, or expected to be. */
function lateOf(shipment: ShipmentCard, reader: Reader): Finding | null {
  const promise = shipment.promises.at(-1);
  const lateness = latenessOf(shipment, reader.now);
  if (!promise || lateness === null) return null;
  const estimate = shipment.estimates.at(-1);
  const says =
    estimate && estimate.until > reader.now
      ? `${sayerOf(estimate, shipment)} says ${estimateWords(estimate, shipment, reader)}`
      : `${troubles.includes(shipment.status) ? '' : 'still '}${stillWords(shipment.status)}${because(shipment)}`;
  const head = `${capitalized(lateness)}: promised ${promiseWords(promise, shipment, reader)}, ${says}`;
  return { mark: 'attention', text: ended(head, shipment, reader) };
}

/** A parcel that was picked up is not "still picked up". */
function stillWords(status: Status): string {
  return status === 'picked_up' ? 'on its way' : statusWords[status];
}

const troubles: readonly Status[] = ['delivery_failed', 'on_hold', 'delayed'];

function troubleOf(shipment: ShipmentCard, reader: Reader): Finding | null {
  const { status } = shipment;
  if (!troubles.includes(status)) return null;
  const head = `${capitalized(statusWords[status])}${because(shipment)}`;
  return { mark: 'attention', text: ended(head, shipment, reader) };
}

/** Nothing was heard for longer than is usual. */
function silentOf(shipment: ShipmentCard, reader: Reader): Finding | null {
  const { scanDueAt, scannedAt, status } = shipment;
  if (!scanDueAt || !scannedAt || scanDueAt > reader.now) return null;
  const head =
    status === 'pending'
      ? `Labelled and not scanned for ${distance(scannedAt, reader.now)}`
      : `No scan for ${distance(scannedAt, reader.now)}`;
  return { mark: 'attention', text: `${head}: ${scanWords(shipment, { ...reader, lasting: true })}` };
}

function onItsWay(shipment: ShipmentCard, reader: Reader): string {
  const estimate = shipment.estimates.at(-1);
  const expected =
    estimate && estimate.until > reader.now
      ? `, ${sayerOf(estimate, shipment)} says ${estimateWords(estimate, shipment, reader)}`
      : '';
  return ended(`${capitalized(statusWords[shipment.status])}${expected}`, shipment, reader);
}

/** The reason, where it is why the shipment stands where it stands. */
function because({ reason, status }: ShipmentCard): string {
  const why = reasonWords(reason);
  const isWhy = status === 'return_to_sender' || troubles.includes(status);
  return isWhy && why !== '' ? ` (${why})` : '';
}

function ended(head: string, shipment: ShipmentCard, reader: Reader): string {
  const scan = scanWords(shipment, reader);
  return scan === '' ? head : `${head}; ${scan}`;
}
