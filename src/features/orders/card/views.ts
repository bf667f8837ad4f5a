import type { Mention } from '../../../core/declare/mention.ts';
import { count } from '../../../core/text/sentence.ts';
import type { Reader } from '../../../core/time/reader.ts';
import type { Message } from '../../../core/tokens/reply.ts';
import { actions, button, choice, context, message, more, section } from '../../../ui/blocks.ts';
import { type CardParts, card as drawCard } from '../../../ui/card.ts';
import { limits, shorten } from '../../../ui/limits.ts';
import { mentionBlocks } from '../../../ui/mentions.ts';
import { joined, type Mrkdwn, mrkdwn, userMention } from '../../../ui/text.ts';
import { raiseAbout } from '../../issues/index.ts';
import { actOn, listActs } from '../acting/actions.ts';
import type { Act } from '../acting/model.ts';
import { offered } from '../acting/rules.ts';
import { actWords, shopOf } from '../acting/words.ts';
import type { OrderCard, OrderHeader } from '../order/model.ts';
import { worthWords } from '../order/worth-words.ts';
import {
  linesAsFile,
  refreshOrder,
  refreshShared,
  shareOrder,
  showPrivately,
  showTimeline,
  watchOrder,
} from './actions.ts';
import { type Finding, findingOf, zoned } from './finding.ts';
import { freshness, lineBlocks, partLines } from './part-views.ts';
import { at } from './words.ts';

/** "Order 1042". */
export function nameOf({ kind, number }: Pick<OrderHeader, 'kind' | 'number'>): string {
  return `${kind === 'credit' ? 'Credit' : 'Order'} ${shorten(number, 60)}`;
}

/** `mayAct`: whether the reader may hold, promise, cancel or refund it. */
export function orderMessage(
  order: OrderCard,
  reader: Reader,
  mentions: readonly Mention[] = [],
  mayAct = false,
): Message {
  const { id } = order;
  const [first, ...rest] = mayAct ? actsOf(order) : [];
  const others = rest.length;
  return draw(order, reader, mentions, {
    buttons: [
      button(raiseAbout, { what: 'order', ref: id }, 'Raise issue'),
      ...(first ? [button(actOn, { id, act: first }, actWords[first])] : []),
      button(watchOrder, { id }, 'Watch'),
    ],
    more: more([
      choice(showTimeline, { id }, 'Timeline'),
      choice(shareOrder, { id }, 'Share in channel'),
      choice(refreshOrder, { id }, 'Refresh'),
      ...(order.totals.lineCount > order.lines.length ? [choice(linesAsFile, { id }, 'Lines as CSV')] : []),
      ...(others > 0 ? [choice(listActs, { id }, 'Promise, cancel, refund …')] : []),
    ]),
    footer: [freshness(order, reader)],
  });
}

/** What the reader can have done about it. */
function actsOf({ kind, stage, holds, asked }: OrderCard): readonly Act[] {
  const lasting = holds.filter(({ until }) => until === null);
  const held = lasting.length > 0 ? '' : null;
  const heldHere = lasting.some(({ source }) => source === 'person');
  return offered({ kind, stage, held, heldHere, asked });
}

/** What can be done about it, one button each. */
export function actsMessage(order: OrderCard): Message {
  const { id } = order;
  const acts = actsOf(order);
  const finding =
    acts.length > 0 ? `What shall happen to ${nameOf(order)}?` : `Nothing can be done about ${nameOf(order)}`;
  const shop = mrkdwn`I cannot change ${shorten(shopOf(order.channel), 80)}: what is asked for becomes a task, after a yes where the policy wants one.`;
  return message(mrkdwn`${finding}`, [
    section(mrkdwn`*${finding}*`),
    ...(acts.length > 0
      ? [
          actions(...acts.map((act, i) => button(actOn, { id, act }, actWords[act], { key: i }))),
          context(shop),
        ]
      : []),
  ]);
}

/** The card as everybody in a channel sees it: a snapshot with the moment it was true. What they press answers them alone. */
export function sharedCard(
  order: OrderCard,
  reader: Reader,
  by: string | null,
  mentions: readonly Mention[] = [],
): Message {
  const who = by ? mrkdwn`, shared by ${userMention(by)}` : '';
  const lasting = { ...reader, lasting: true } as const;
  const asOf = mrkdwn`As of ${at(reader.now, lasting)}${who}`;
  const { id } = order;
  return draw(order, lasting, mentions, {
    buttons: [
      button(showPrivately, { id }, 'Show to me'),
      button(watchOrder, { id }, 'Watch'),
      button(raiseAbout, { what: 'order', ref: id }, 'Raise issue'),
    ],
    more: more([choice(refreshShared, { id, by }, 'Refresh')]),
    footer: [joined([asOf, freshness(order, lasting)], '\n')],
  });
}

/** The living card of whoever watches it; `note`: for how long it is kept up to date. */
export function watchedCard(
  order: OrderCard,
  reader: Reader,
  note: Mrkdwn,
  mentions: readonly Mention[],
  buttons: CardParts['buttons'] = [],
): Message {
  return draw(order, reader, mentions, { buttons, footer: [joined([freshness(order, reader), note], '\n')] });
}

function draw(
  order: OrderCard,
  reader: Reader,
  mentions: readonly Mention[],
  rest: Pick<CardParts, 'buttons' | 'more' | 'footer'>,
): Message {
  const { mark, text } = alarmed(findingOf(order, reader), mentions);
  const silent = order.heard?.silentSince;
  const noData = silent ? `; no data from ${shorten(order.channel, 30)} since ${at(silent, reader)}` : '';
  const lines = partLines(order, reader);
  const spoken = joined([...lines, ...mentions.map(({ line }) => mrkdwn`${line}`)], '. ');
  return drawCard({
    mark: silent ? 'attention' : mark,
    finding: shorten(`${text}${noData}`, limits.finding),
    title: `${nameOf(order)} · ${shorten(order.channel, 40)}`,
    facts: factsOf(order, reader),
    body: [
      ...lineBlocks(order),
      ...(lines.length > 0 ? [section(joined(lines, '\n'))] : []),
      ...mentionBlocks(mentions),
    ],
    spoken: spoken.value === '' ? null : spoken,
    ...rest,
  });
}

/** What another feature knows, such as that its parcel will be late, is said before what is calm, and after what is not. */
function alarmed({ mark, text }: Finding, mentions: readonly Mention[]): Finding {
  const alarm = mentions.find((one) => one.alarm !== undefined)?.alarm;
  if (alarm === undefined || mark === 'done') return { mark, text };
  if (mark === null)
    return { mark: 'attention', text: `${alarmIn(alarm, limits.finding)}; ${lowered(text)}` };
  const own = shorten(text, limits.finding - leastAlarm);
  return { mark, text: `${own}; ${lowered(alarmIn(alarm, limits.finding - own.length - 2))}` };
}

/** So much of a first line is kept for what another feature knows. */
const leastAlarm = 75;

/** Why it is so goes first, then the end of its front part: that it is late, and when it comes, is what decides. */
function alarmIn(alarm: string, room: number): string {
  if (alarm.length <= room) return alarm;
  const brief = alarm.replace(/ \([^()]*\)/g, '');
  const comma = brief.lastIndexOf(', ');
  const day = comma < 0 ? '' : brief.slice(comma);
  return brief.length <= room
    ? brief
    : `${shorten(brief.slice(0, brief.length - day.length), room - day.length)}${day}`;
}

function lowered(text: string): string {
  return `${text.slice(0, 1).toLowerCase()}${text.slice(1)}`;
}

function factsOf(order: OrderCard, reader: Reader): readonly Mrkdwn[] {
  const { placedAt, shipToCountry, shipBy, shipBySource, location, totals } = order;
  const isEnded = order.handedOverAt ?? order.cancelledAt ?? order.mergedInto ?? order.digital;
  const rule = { rule: ', by our rule', promise: ', by the new promise' }[shipBySource] ?? '';
  return [
    ...flagWords(order).map((flag) => mrkdwn`*${flag}*`),
    ...(!isEnded && order.kind !== 'credit' && shipBy
      ? [mrkdwn`Ship by *${at(shipBy, zoned(order, reader))}*${rule}`]
      : []),
    mrkdwn`Placed ${at(placedAt, reader)}`,
    mrkdwn`${worthWords(order)}`,
    mrkdwn`${count(totals.lineCount, 'line')}`,
    ...(shipToCountry ? [mrkdwn`to ${shorten(shipToCountry, 60)}`] : []),
    ...(location ? [mrkdwn`from ${shorten(location.name, 60)}`] : []),
  ];
}

/** What no figure counts, and where it came from or went. */
function flagWords(order: OrderCard): readonly string[] {
  return [
    ...(order.test ? ['Test order'] : []),
    ...(order.draft ? ['Draft'] : []),
    ...(order.digital ? ['Nothing is sent'] : []),
    ...(order.replaces ? [`Replaces ${shorten(order.replaces, 40)}`] : []),
    ...(order.splitFrom ? [`Split from ${shorten(order.splitFrom, 40)}`] : []),
  ];
}
