import type { KnownBlock } from '@slack/types';
import type { Mention } from '../../../core/declare/mention.ts';
import { money } from '../../../core/text/money.ts';
import { count, listOf } from '../../../core/text/sentence.ts';
import { dayMoment as at } from '../../../core/time/day-moment.ts';
import type { Reader } from '../../../core/time/reader.ts';
import type { Message } from '../../../core/tokens/reply.ts';
import { button, choice, context, more, table } from '../../../ui/blocks.ts';
import { type CardParts, card as drawCard } from '../../../ui/card.ts';
import { limits, shorten } from '../../../ui/limits.ts';
import { mentionBlocks } from '../../../ui/mentions.ts';
import { joined, link, type Mrkdwn, mrkdwn, userMention } from '../../../ui/text.ts';
import { raiseAbout } from '../../issues/index.ts';
import { showOrder } from '../../orders/index.ts';
import { unknownLane } from '../fold/lane-rules.ts';
import { laneWords } from '../shipment/lane-words.ts';
import type { Rights, ShipmentCard } from '../shipment/model.ts';
import { causeOf, causeWords } from '../status/cause-rules.ts';
import { lossOf } from '../status/loss-rules.ts';
import { isSettled } from '../status/rules.ts';
import {
  askService,
  openLift,
  openUpdate,
  refreshShared,
  refreshShipment,
  shareShipment,
  showCustomerText,
  showTimeline,
  unwatchShipment,
  watchShipment,
} from './actions.ts';
import { findingOf, latenessOf } from './finding.ts';
import { cardFreshness, silenceWords } from './freshness-views.ts';
import { type TimelineEntry, timelineOf } from './timeline.ts';
import {
  estimateWords,
  handOverWords,
  liftWords,
  placeWords,
  promiseWords,
  reasonWords,
  sayerOf,
  shipByOf,
  stateWords,
} from './words.ts';

const shownEntries = 5;
const shownOrders = 3;

/** "Shipment 00340434292135100186". */
export function nameOf({ tracking }: Pick<ShipmentCard, 'tracking'>): string {
  return `Shipment ${shorten(tracking, 60)}`;
}

export function shipmentMessage(
  shipment: ShipmentCard,
  reader: Reader,
  mentions: readonly Mention[] = [],
  rights: Rights = { update: false, correct: false, correctors: [], watchedIn: null },
): Message {
  const { id, orders, endedAt, status } = shipment;
  const { watchedIn } = rights;
  const [order] = orders;
  const watching =
    watchedIn === null
      ? { action: watchShipment, label: 'Watch' }
      : { action: unwatchShipment, label: 'Stop watching' };
  const mayUpdate = rights.update && !endedAt;
  const mayLift = rights.correct && isSettled(status);
  // Who may say what happened has called the carrier, and does so more often than they watch.
  const isDoubted = mayLift && shipment.doubt !== null;
  const usual = [
    ...(mayUpdate ? [button(openUpdate, { id }, 'Update')] : []),
    ...(isDoubted ? [button(openLift, { id }, liftWords(status, true))] : []),
    button(askService, { id }, 'Tell customer service'),
    button(raiseAbout, { what: 'shipment', ref: id }, 'Raise issue'),
  ];
  return draw(shipment, reader, mentions, {
    buttons: mayUpdate || isDoubted ? usual : [...usual, button(watching.action, { id }, watching.label)],
    more: more(
      [
        ...(mayUpdate || isDoubted ? [choice(watching.action, { id }, watching.label)] : []),
        ...(mayLift && !isDoubted ? [choice(openLift, { id }, liftWords(status))] : []),
        ...(order ? [choice(showOrder, { id: order.id }, `Order ${shorten(order.number, 40)}`)] : []),
        choice(showCustomerText, { id }, 'Text for the customer'),
        choice(showTimeline, { id }, 'Timeline'),
        choice(shareShipment, { id }, 'Share in channel'),
        choice(refreshShipment, { id }, 'Refresh'),
      ].slice(0, limits.overflowOptions),
    ),
    footer: [
      cardFreshness(shipment, reader),
      ...(isSettled(status) && rights.correctors.length > 0
        ? [mrkdwn`Is that a mistake? ${listOf(rights.correctors, 'or')} can take it back`]
        : []),
    ],
  });
}

/** The card as everybody in a channel sees it: a snapshot with the moment it was true. */
export function sharedCard(shipment: ShipmentCard, reader: Reader, by: string | null): Message {
  const who = by ? mrkdwn`, shared by ${userMention(by)}` : '';
  const lasting = { ...reader, lasting: true } as const;
  const asOf = mrkdwn`As of ${at(reader.now, lasting)}${who}`;
  return draw(shipment, lasting, [], {
    buttons: [button(refreshShared, { id: shipment.id, by }, 'Refresh')],
    footer: [joined([asOf, cardFreshness(shipment, lasting)], '\n')],
  });
}

/** The living card of whoever watches it; `note`: for how long it is kept up to date. */
export function watchedCard(
  shipment: ShipmentCard,
  reader: Reader,
  note: Mrkdwn,
  buttons: CardParts['buttons'] = [],
): Message {
  const footer = [joined([cardFreshness(shipment, reader), note], '\n')];
  return draw(shipment, reader, [], { buttons, footer });
}

function draw(
  shipment: ShipmentCard,
  reader: Reader,
  mentions: readonly Mention[],
  rest: Pick<CardParts, 'buttons' | 'more' | 'footer'>,
): Message {
  const { mark, text } = findingOf(shipment, reader);
  const silence = silenceWords(shipment.heard, reader);
  const timeline = timelineOf(shipment, reader);
  const last = timeline.at(-1);
  const spoken = joined(
    [
      ...(last ? [mrkdwn`Last: ${last.when} ${last.where} ${shorten(last.what, 120)}`] : []),
      ...mentions.map(({ line }) => mrkdwn`${line}`),
    ],
    '. ',
  );
  const carrier = shipment.carrier ? ` · ${shorten(shipment.carrier, 40)}` : '';
  const service = shipment.serviceSaid ? ` ${shorten(shipment.serviceSaid, 40)}` : '';
  return drawCard({
    mark: silence === '' ? mark : 'attention',
    finding: shorten(`${text}${silence}`, limits.finding),
    title: `${nameOf(shipment)}${carrier}${service}`,
    facts: factsOf(shipment, text, reader),
    body: [...timelineBlocks(timeline), ...mentionBlocks(mentions)],
    spoken: spoken.value === '' ? null : spoken,
    ...rest,
  });
}

/** What the finding says already is not said again. */
function factsOf(shipment: ShipmentCard, finding: string, reader: Reader): readonly Mrkdwn[] {
  const { place, orders, numbers, before, direction, lane, page, carrier } = shipment;
  const where = placeWords(place);
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
          mrkdwn`order ${shorten(number, 40)}, ${money(valueMinor, currency)}`,
      ),
    ...(orders.length > shownOrders ? [mrkdwn`${count(orders.length - shownOrders, 'more order')}`] : []),
    ...(lane === unknownLane ? [] : [mrkdwn`${shorten(laneWords(lane), 60)}`]),
    ...(page === null ? [] : [link(page, `Track at ${shorten(carrier ?? 'the carrier', 40)}`)]),
    ...(direction === 'return' ? [mrkdwn`sent back by a customer`] : []),
    ...(formerly.length > 0 ? [mrkdwn`formerly ${formerly.join(', ')}`] : []),
    ...(before > 0 ? [mrkdwn`${count(before, 'earlier shipment')} had its number`] : []),
  ];
}

function promiseFacts({ promises }: ShipmentCard, finding: string, reader: Reader): readonly Mrkdwn[] {
  const [first] = promises;
  const last = promises.at(-1);
  if (!first || !last) return [];
  const words = promiseWords(last, reader);
  if (last === first && finding.includes(`promised ${words}`)) return [];
  const who = last.by === 'carrier' ? ' by the carrier' : '';
  const was = last === first ? '' : ` (was ${promiseWords(first, reader)})`;
  return [mrkdwn`promised${who} *${words}*${was}`];
}

function estimateFacts(shipment: ShipmentCard, finding: string, reader: Reader): readonly Mrkdwn[] {
  const { estimates, endedAt } = shipment;
  const last = estimates.at(-1);
  if (!last) return [];
  const before = estimates.at(-2);
  const words = estimateWords(last, reader);
  if (!before && finding.includes(`says ${words}`)) return [];
  const was = before ? ` (was ${estimateWords(before, reader)})` : '';
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

/** The latest first. */
function timelineBlocks(timeline: readonly TimelineEntry[]): readonly KnownBlock[] {
  if (timeline.length === 0) return [context(mrkdwn`Nothing was scanned yet.`)];
  const earlier = timeline.length - shownEntries;
  return [
    table(
      [
        { title: 'When', wraps: true },
        { title: 'Where', wraps: true },
        { title: 'What', wraps: true },
      ],
      timeline
        .slice(-shownEntries)
        .reverse()
        .map(({ when, where, what }) => [when, shorten(where, 60) || '–', shorten(what, 150)]),
    ),
    ...(earlier > 0
      ? [context(mrkdwn`and ${count(earlier, 'earlier entry', 'earlier entries')}: Timeline`)]
      : []),
  ];
}
