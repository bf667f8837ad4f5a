import type { Mention } from '../../../core/declare/mention.ts';
import { money } from '../../../core/text/money.ts';
import { count } from '../../../core/text/sentence.ts';
import type { Reader } from '../../../core/time/reader.ts';
import type { Message } from '../../../core/tokens/reply.ts';
import { button, choice, more, section } from '../../../ui/blocks.ts';
import { type CardParts, card as drawCard } from '../../../ui/card.ts';
import { limits, shorten } from '../../../ui/limits.ts';
import { mentionBlocks } from '../../../ui/mentions.ts';
import { joined, type Mrkdwn, mrkdwn, userMention } from '../../../ui/text.ts';
import { raiseAbout } from '../../issues/index.ts';
import type { OrderCard, OrderHeader } from '../order/model.ts';
import { linesAsFile, refreshOrder, refreshShared, shareOrder, showTimeline, watchOrder } from './actions.ts';
import { findingOf, zoned } from './finding.ts';
import { freshness, lineBlocks, partLines } from './part-views.ts';
import { at } from './words.ts';

/** "Order 1042". */
export function nameOf({ kind, number }: Pick<OrderHeader, 'kind' | 'number'>): string {
  return `${kind === 'credit' ? 'Credit' : 'Order'} ${shorten(number, 60)}`;
}

export function orderMessage(order: OrderCard, reader: Reader, mentions: readonly Mention[] = []): Message {
  const { id } = order;
  return draw(order, reader, mentions, {
    buttons: [
      button(raiseAbout, { what: 'order', ref: id }, 'Raise issue'),
      button(watchOrder, { id }, 'Watch'),
      button(shareOrder, { id }, 'Share in channel'),
    ],
    more: more([
      choice(showTimeline, { id }, 'Timeline'),
      choice(refreshOrder, { id }, 'Refresh'),
      ...(order.totals.lineCount > order.lines.length ? [choice(linesAsFile, { id }, 'Lines as CSV')] : []),
    ]),
    footer: [freshness(order, reader)],
  });
}

/** The card as everybody in a channel sees it: a snapshot with the moment it was true. */
export function sharedCard(order: OrderCard, reader: Reader, by: string | null): Message {
  const who = by ? mrkdwn`, shared by ${userMention(by)}` : '';
  const lasting = { ...reader, lasting: true } as const;
  const asOf = mrkdwn`As of ${at(reader.now, lasting)}${who}`;
  return draw(order, lasting, [], {
    buttons: [button(refreshShared, { id: order.id, by }, 'Refresh')],
    footer: [joined([asOf, freshness(order, lasting)], '\n')],
  });
}

/** The living card of whoever watches it; `note`: for how long it is kept up to date. */
export function watchedCard(
  order: OrderCard,
  reader: Reader,
  note: Mrkdwn,
  buttons: CardParts['buttons'] = [],
): Message {
  return draw(order, reader, [], { buttons, footer: [joined([freshness(order, reader), note], '\n')] });
}

function draw(
  order: OrderCard,
  reader: Reader,
  mentions: readonly Mention[],
  rest: Pick<CardParts, 'buttons' | 'more' | 'footer'>,
): Message {
  const { mark, text } = findingOf(order, reader);
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

function factsOf(order: OrderCard, reader: Reader): readonly Mrkdwn[] {
  const { placedAt, shipToCountry, shipBy, shipBySource, location, totals } = order;
  const isEnded = order.handedOverAt ?? order.cancelledAt ?? order.mergedInto ?? order.digital;
  const rule = shipBySource === 'rule' ? ', by our rule' : '';
  return [
    ...flagWords(order).map((flag) => mrkdwn`*${flag}*`),
    ...(!isEnded && order.kind !== 'credit' && shipBy
      ? [mrkdwn`Ship by *${at(shipBy, zoned(order, reader))}*${rule}`]
      : []),
    mrkdwn`Placed ${at(placedAt, reader)}`,
    mrkdwn`${money(order.totalMinor ?? totals.valueMinor, order.currency)}`,
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
