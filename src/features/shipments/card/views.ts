import type { KnownBlock } from '@slack/types';
import type { Mention } from '../../../core/declare/mention.ts';
import { count, listOf } from '../../../core/text/sentence.ts';
import { dayMoment as at } from '../../../core/time/day-moment.ts';
import type { Reader } from '../../../core/time/reader.ts';
import type { Message } from '../../../core/tokens/reply.ts';
import { button, choice, context, more, section, table } from '../../../ui/blocks.ts';
import { type CardParts, card as drawCard, mostButtons } from '../../../ui/card.ts';
import { limits, shorten } from '../../../ui/limits.ts';
import { mentionBlocks } from '../../../ui/mentions.ts';
import { joined, type Mrkdwn, mrkdwn, userMention } from '../../../ui/text.ts';
import { raiseAbout } from '../../issues/index.ts';
import { showOrder } from '../../orders/index.ts';
import type { Rights, ShipmentCard } from '../shipment/model.ts';
import { kindOf } from '../status/kind-rules.ts';
import { endOf, isSettled } from '../status/rules.ts';
import { personOf } from '../telling/model.ts';
import {
  askService,
  confirmEnd,
  openLift,
  openUpdate,
  refreshShared,
  refreshShipment,
  shareShipment,
  showBesideOrder,
  showCustomerText,
  showTimeline,
  unwatchShipment,
  watchShipment,
} from './actions.ts';
import { factsOf } from './fact-views.ts';
import { findingOf, latenessOf } from './finding.ts';
import { cardFreshness, silenceWords } from './freshness-views.ts';
import { stepWords } from './step-words.ts';
import { type TimelineEntry, timelineOf } from './timeline.ts';
import { confirmWords, liftWords } from './words.ts';

const shownEntries = 5;

/** "Shipment 00340434292135100186". */
export function nameOf({ tracking }: Pick<ShipmentCard, 'tracking'>): string {
  return `Shipment ${shorten(tracking, 60)}`;
}

export function shipmentMessage(
  shipment: ShipmentCard,
  reader: Reader,
  mentions: readonly Mention[] = [],
  rights: Rights = { update: false, correct: false, correctors: [], watchedIn: null, asked: false },
): Message {
  const { id, orders, endedAt, status } = shipment;
  const { watchedIn, asked } = rights;
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
    // Before it is decided nobody tells a customer anything.
    ...(isDoubted
      ? [
          button(confirmEnd, { id, events: shipment.events.length }, confirmWords(shipment)),
          button(openLift, { id }, liftWords(status, true)),
        ]
      : asked
        ? []
        : [button(askService, { id }, 'Tell customer service')]),
    button(raiseAbout, { what: 'shipment', ref: id }, 'Raise issue'),
  ];
  const isFull = usual.length === mostButtons;
  return draw(shipment, reader, mentions, {
    opensTimeline: true,
    buttons: isFull ? usual : [...usual, button(watching.action, { id }, watching.label)],
    more: more(
      [
        ...(isFull ? [choice(watching.action, { id }, watching.label)] : []),
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
      ...(isOurWord(shipment) && rights.correctors.length > 0
        ? [
            mrkdwn`Is that a mistake? ${listOf(rights.correctors, 'or')} can ${shipment.doubt ? 'confirm it or ' : ''}take it back`,
          ]
        : []),
    ],
  });
}

/** The card as everybody in a channel sees it: a snapshot with the moment it was true. What they press answers them alone. */
export function sharedCard(
  shipment: ShipmentCard,
  reader: Reader,
  by: string | null,
  mentions: readonly Mention[] = [],
): Message {
  const who = by ? mrkdwn`, shared by ${userMention(by)}` : '';
  const lasting = { ...reader, lasting: true } as const;
  const asOf = mrkdwn`As of ${at(reader.now, lasting)}${who}`;
  const { id } = shipment;
  return draw(shipment, lasting, mentions, {
    opensTimeline: false,
    buttons: [
      button(showBesideOrder, { id }, 'Show to me'),
      button(watchShipment, { id }, 'Watch'),
      button(raiseAbout, { what: 'shipment', ref: id }, 'Raise issue'),
    ],
    more: more([choice(refreshShared, { id, by }, 'Refresh')]),
    footer: [joined([asOf, cardFreshness(shipment, lasting)], '\n')],
  });
}

/** The living card of whoever watches it; `note`: for how long it is kept up to date. */
export function watchedCard(
  shipment: ShipmentCard,
  reader: Reader,
  note: Mrkdwn,
  mentions: readonly Mention[],
  buttons: CardParts['buttons'] = [],
): Message {
  const footer = [joined([cardFreshness(shipment, reader), note], '\n')];
  return draw(shipment, reader, mentions, { opensTimeline: false, buttons, footer });
}

/** `opensTimeline`: its menu leads to what the table leaves out. */
interface CardRest extends Pick<CardParts, 'buttons' | 'more' | 'footer'> {
  readonly opensTimeline: boolean;
}

function draw(
  shipment: ShipmentCard,
  reader: Reader,
  mentions: readonly Mention[],
  { opensTimeline, ...rest }: CardRest,
): Message {
  const { mark, text } = findingOf(shipment, reader);
  const silence = silenceWords(shipment.heard, reader);
  const timeline = timelineOf(shipment, reader);
  const last = timeline.at(-1);
  const next = nextOf(shipment, reader.now);
  const spoken = joined(
    [
      ...next,
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
    body: [
      ...next.map((line) => section(line)),
      ...timelineBlocks(timeline, opensTimeline),
      ...mentionBlocks(mentions),
    ],
    spoken: spoken.value === '' ? null : spoken,
    ...rest,
  });
}

/** Whether one of us, and no carrier, said that it has ended or turned back: only that is likely to be a slip. */
function isOurWord({ status, returnedAt, events }: ShipmentCard): boolean {
  if (!isSettled(status)) return false;
  const end = returnedAt === null ? status : endOf(status);
  const said = events.filter((one) => one.status === end && one.standing !== 'lifted');
  return said.length > 0 && said.every(({ source }) => personOf(source) !== null);
}

/** The step that the list of its exceptions gives too; what is only late asks for that of a delay. None: nothing is wrong. */
function nextOf(shipment: ShipmentCard, now: Date): readonly Mrkdwn[] {
  const isLate =
    shipment.direction !== 'inbound' && shipment.endedAt === null && latenessOf(shipment, now) !== null;
  const kind = kindOf(shipment, now) ?? (isLate ? 'delayed' : null);
  return kind === null ? [] : [mrkdwn`*Next:* ${stepWords(kind, shipment)}`];
}

/** The latest first. */
function timelineBlocks(timeline: readonly TimelineEntry[], opensTimeline: boolean): readonly KnownBlock[] {
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
      ? [
          context(
            mrkdwn`and ${count(earlier, 'earlier entry', 'earlier entries')}${opensTimeline ? ': Timeline' : ''}`,
          ),
        ]
      : []),
  ];
}
