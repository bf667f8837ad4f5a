import { count } from '../../../core/text/sentence.ts';
import type { Reader } from '../../../core/time/reader.ts';
import { shorten } from '../../../ui/limits.ts';
import { link, type Mrkdwn, mrkdwn } from '../../../ui/text.ts';
import { goodsWords } from '../../orders/index.ts';
import { unknownLane } from '../fold/lane-rules.ts';
import { laneWords } from '../shipment/lane-words.ts';
import type { ShipmentCard } from '../shipment/model.ts';
import { causeOf, causeWords } from '../status/cause-rules.ts';
import { lossOf } from '../status/loss-rules.ts';
import { endOf } from '../status/rules.ts';
import { latenessOf } from './finding.ts';
import {
  estimateWords,
  handOverWords,
  placeWords,
  promiseWords,
  reasonWords,
  sayerOf,
  shipByOf,
  stateWords,
} from './words.ts';

const shownOrders = 3;

/** What the finding says already is not said again. */
export function factsOf(shipment: ShipmentCard, finding: string, reader: Reader): readonly Mrkdwn[] {
  const { place, orders, numbers, before, direction, lane, page, carrier } = shipment;
  const where = cameElsewhere(shipment) ? '' : placeWords(place);
  const formerly = numbers.slice(0, -1).map((one) => shorten(one, 40));
  return [
    mrkdwn`*${stateWords(shipment)}*${where === '' ? '' : `, ${shorten(where, 60)}`}`,
    ...promiseFacts(shipment, finding, reader),
    ...estimateFacts(shipment, finding, reader),
    ...reasonFacts(shipment, finding, reader),
    ...orders
      .slice(0, shownOrders)
      .map(
        ({ number, valueMinor, currency }) =>
          mrkdwn`order ${shorten(number, 40)}, ${goodsWords(valueMinor, currency)}`,
      ),
    ...(orders.length > shownOrders ? [mrkdwn`${count(orders.length - shownOrders, 'more order')}`] : []),
    ...(lane === unknownLane ? [] : [mrkdwn`${shorten(laneWords(lane), 60)}`]),
    ...(page === null ? [] : [link(page, `Track at ${shorten(carrier ?? 'the carrier', 40)}`)]),
    ...(direction === 'return' ? [mrkdwn`sent back by a customer`] : []),
    ...(formerly.length > 0 ? [mrkdwn`formerly ${formerly.join(', ')}`] : []),
    ...(before > 0 ? [mrkdwn`${count(before, 'earlier shipment')} had its number`] : []),
  ];
}

/** Whoever said that it came named no place: its last scan, in a depot on the way, is not where. */
function cameElsewhere({ status, endedAt, events }: ShipmentCard): boolean {
  if (endedAt === null || endOf(status) !== 'delivered') return false;
  const ends = events.filter((one) => one.status === 'delivered' && one.standing !== 'lifted');
  return ends.length > 0 && ends.every((one) => one.place === null);
}

function promiseFacts(shipment: ShipmentCard, finding: string, reader: Reader): readonly Mrkdwn[] {
  const { promises } = shipment;
  const [first] = promises;
  const last = promises.at(-1);
  if (!first || !last) return [];
  const words = promiseWords(last, shipment, reader);
  if (last === first && finding.includes(`promised ${words}`)) return [];
  const who = last.by === 'carrier' ? ' by the carrier' : '';
  const was = last === first ? '' : ` (was ${promiseWords(first, shipment, reader)})`;
  return [mrkdwn`promised${who} *${words}*${was}`];
}

function estimateFacts(shipment: ShipmentCard, finding: string, reader: Reader): readonly Mrkdwn[] {
  const { estimates, endedAt } = shipment;
  const last = estimates.at(-1);
  if (!last) return [];
  const before = estimates.at(-2);
  const words = estimateWords(last, shipment, reader);
  if (!before && finding.includes(`says ${words}`)) return [];
  const was = before ? ` (was ${estimateWords(before, shipment, reader)})` : '';
  return [mrkdwn`${shorten(sayerOf(last, shipment), 40)} ${endedAt ? 'said' : 'says'} ${words}${was}`];
}

/** Whose doing it is that it is late, as lists and figures have it, and why. */
function reasonFacts(shipment: ShipmentCard, finding: string, reader: Reader): readonly Mrkdwn[] {
  if (!latenessOf(shipment, reader.now)) return [];
  const cause = causeOf({ ...shipment, shipBy: shipByOf(shipment) }, reader.now);
  const unsaid = (words: string) => (words === '' || finding.includes(words) ? [] : [words]);
  const why = lossOf(shipment) ? [] : unsaid(reasonWords(shipment.reason));
  const handOver = handOverWords(shipment, reader.now);
  switch (cause) {
    case 'left late': {
      const ours = handOver?.isOurs ? unsaid(handOver.words) : [];
      const then = handOver?.isOurs ? why.map((words) => `then ${words}`) : why;
      const all = [...ours, ...then].join(', ');
      return [mrkdwn`*${causeWords[cause]}*${all === '' ? '' : `: ${all}`}`];
    }
    case 'carrier':
      return [mrkdwn`*${causeWords[cause]}*${why.map((words) => `: ${words}`).join('')}`];
    case 'other':
      return why.map((words) => mrkdwn`${words}`);
    case 'unattributed':
      return [mrkdwn`${handOver ? causeWords[cause] : 'nobody says why'}`];
    case 'unknown':
      return [mrkdwn`${causeWords[cause]}`];
  }
}
