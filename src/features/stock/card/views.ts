import type { Mention } from '../../../core/declare/mention.ts';
import { number } from '../../../core/text/quantity.ts';
import { listOf } from '../../../core/text/sentence.ts';
import { momentWithZone } from '../../../core/time/reader.ts';
import { calendarDay } from '../../../core/time/spans.ts';
import { dayIn } from '../../../core/time/time-zone.ts';
import type { Message } from '../../../core/tokens/reply.ts';
import { button, choice, facts, more, table } from '../../../ui/blocks.ts';
import { type CardParts, card as drawCard } from '../../../ui/card.ts';
import { shorten } from '../../../ui/limits.ts';
import { mentionBlocks, mentionText } from '../../../ui/mentions.ts';
import { joined, type Mrkdwn, mrkdwn, userMention } from '../../../ui/text.ts';
import { raiseAbout } from '../../issues/index.ts';
import { changeBlocks, changeText, withdrawChoices } from '../outside/line-views.ts';
import { adjustSku, refreshShared, refreshSku, shareSku, watchDirectly } from './actions.ts';
import { daysText, silentOrdersText } from './cover-views.ts';
import { factsOf } from './fact-views.ts';
import {
  daysOfCover,
  isStale,
  type LocationLevel,
  type Reading,
  type Status,
  type StockCard,
  statusOf,
  totalsOf,
} from './rules.ts';

export const statusWords: Readonly<Record<Status, string>> = {
  out: 'Out of stock',
  low: 'Low',
  reorder: 'Reorder',
  ok: 'OK',
  overstock: 'Overstock',
  'no levels': 'No stock levels yet',
};

export function stockCard(card: StockCard, reading: Reading, mentions: readonly Mention[] = []): Message {
  const { id } = card;
  return draw(card, reading, mentions, {
    buttons: [
      ...(reading.mayAdjust ? [button(adjustSku, { sku: id }, 'Adjust')] : []),
      button(watchDirectly, { sku: id }, 'Watch'),
      button(shareSku, { sku: id }, 'Share in channel'),
    ],
    more: more([
      choice(refreshSku, { sku: id }, 'Refresh'),
      choice(raiseAbout, { what: 'sku', ref: id }, 'Raise issue'),
      ...(reading.mayAdjust ? withdrawChoices(card.outside) : []),
    ]),
    footer: [freshness(card, reading)],
  });
}

/** The card as everybody in a channel sees it: a snapshot with the moment it was true. */
export function sharedCard(card: StockCard, reading: Reading, by: string | null): Message {
  const who = by ? mrkdwn`, shared by ${userMention(by)}` : '';
  const asOf = mrkdwn`As of ${momentWithZone(reading.now, reading.now, reading.timeZone)}${who}`;
  return draw(card, reading, [], {
    buttons: [button(refreshShared, { sku: card.id, by }, 'Refresh')],
    footer: [joined([asOf, freshness(card, reading)], '\n')],
  });
}

function draw(
  card: StockCard,
  reading: Reading,
  mentions: readonly Mention[],
  rest: Pick<CardParts, 'buttons' | 'more' | 'footer'>,
): Message {
  const { code, title, locations } = card;
  return drawCard({
    mark: needsAttention(card, reading) ? 'attention' : null,
    finding: findingOf(card, reading),
    title: `${code} · ${title}`,
    body: [
      ...(locations.length > 0 ? [locationTable(card, reading)] : []),
      ...changeBlocks(card.outside, reading),
      facts(...factsOf(card, reading)),
      ...mentionBlocks(mentions),
    ],
    spoken: mrkdwn`${byLocation(card)}${changeText(card.outside, reading)}${mentionText(mentions)}`,
    ...rest,
  });
}

/** Whether a location's numbers are old, or orders are missing. */
export function needsAttention({ locations, silentOrders }: StockCard, { now }: Reading): boolean {
  return silentOrders.length > 0 || locations.some((level) => isStale(level, now));
}

/** "142 available, 12 committed, 60 incoming 12 Mar; 24 days of cover (OK)". */
export function findingOf(card: StockCard, reading: Reading): string {
  const status = statusOf(card);
  const totals = totalsOf(card);
  if (status === 'no levels')
    return `${statusWords[status]}${totals.incoming > 0 ? `; ${number(totals.incoming)} incoming${expected(totals.expectedOn, reading)}` : ''}`;
  const cover = daysOfCover(card);
  const parts = [
    `${number(totals.available)} available`,
    ...(totals.committed !== 0 ? [`${number(totals.committed)} committed`] : []),
    ...(totals.unavailable !== 0 ? [`${number(totals.unavailable)} unavailable`] : []),
    ...(totals.incoming !== 0
      ? [`${number(totals.incoming)} incoming${expected(totals.expectedOn, reading)}`]
      : []),
  ];
  const outlook = cover === null || status === 'out' ? '' : `; ${daysText(cover)} of cover`;
  return `${parts.join(', ')}${outlook} (${statusWords[status]})${noDataFrom(card, reading)}${noOrdersFrom(card, reading)}`;
}

/** Nobody may take yesterday's number for today's, so it is part of the finding: a phone shows no other line. */
function noDataFrom({ locations }: StockCard, { now, timeZone }: Reading): string {
  const old = locations.filter((level) => isStale(level, now));
  const [only] = old;
  if (!only) return '';
  if (old.length > 1) return `; no data from ${old.length} of ${locations.length} locations`;
  const since = only.asOf ? ` since ${momentWithZone(only.asOf, now, timeZone)}` : ' yet';
  return `; no data from ${shorten(only.name, 40)}${since}`;
}

/** What lasts how long is told by sales, so it rests while they are missing. */
function noOrdersFrom(card: StockCard, reading: Reading): string {
  const silent = silentOrdersText(card, reading);
  if (!silent) return '';
  return `; ${silent}${daysOfCover(card) === null ? '' : ', so cover rests'}`;
}

function byLocation(card: StockCard): string {
  return card.locations.map((level) => `${level.name} ${number(level.available)}`).join(', ');
}

function locationTable(card: StockCard, reading: Reading) {
  const totals = totalsOf(card);
  const row = (
    name: string,
    level: {
      available: number;
      committed: number;
      unavailable: number;
      incoming: number;
      expectedOn: Date | null;
    },
  ) => [
    name,
    number(level.available),
    number(level.committed),
    number(level.unavailable),
    level.incoming === 0 ? '0' : `${number(level.incoming)}${expected(level.expectedOn, reading)}`,
  ];
  return table(
    [
      { title: 'Location' },
      { title: 'Available', align: 'right' },
      { title: 'Committed', align: 'right' },
      { title: 'Unavailable', align: 'right' },
      { title: 'Incoming', align: 'right' },
    ],
    [
      ...card.locations.map((level) =>
        row(level.dataFault ? `${level.name} (data fault)` : level.name, level),
      ),
      ...card.elsewhere
        .filter(({ incoming }) => incoming > 0)
        .map(({ name, incoming, expectedOn }) => [
          name ?? 'No location said',
          '–',
          '–',
          '–',
          `${number(incoming)}${expected(expectedOn, reading)}`,
        ]),
      ...(card.locations.length > 1 ? [row('All locations', totals)] : []),
    ],
  );
}

/** Where the numbers come from and how fresh they are; old ones are named. */
export function freshness(card: StockCard, reading: Reading): Mrkdwn {
  const faults = card.locations.filter((level) => level.dataFault);
  const lines = [
    ...(card.listed ? [] : [mrkdwn`Not listed for sale.`]),
    card.locations.length === 0
      ? mrkdwn`Source: the catalogue. No stock levels have been imported for it.`
      : mrkdwn`Source: ${sourcesOf(card.locations, reading)}`,
    ...demandLine(card, reading),
    ...(faults.length > 0
      ? [mrkdwn`Data fault: ${listOf(faults.map(({ name }) => name))} reported a negative level.`]
      : []),
  ];
  return joined(lines, '\n');
}

function demandLine(card: StockCard, reading: Reading): readonly Mrkdwn[] {
  const silent = silentOrdersText(card, reading, momentWithZone);
  if (silent) return [mrkdwn`Demand: ${silent}`];
  if (!card.ordersAsOf) return [];
  return [mrkdwn`Demand: orders up to ${momentWithZone(card.ordersAsOf, reading.now, reading.timeZone)}`];
}

/** Locations with the same source and freshness share one line. */
function sourcesOf(levels: readonly LocationLevel[], reading: Reading): string {
  const spoken = new Map<string, string[]>();
  for (const level of levels) {
    const said = sourceOf(level, reading);
    spoken.set(said, [...(spoken.get(said) ?? []), level.name]);
  }
  return [...spoken]
    .map(([said, names]) =>
      names.length > 1 && names.length === levels.length
        ? `${said} (all locations)`
        : `${listOf(names)}: ${said}`,
    )
    .join(' · ');
}

function sourceOf(level: LocationLevel, { now, timeZone }: Reading): string {
  if (level.source === 'closed') return 'no longer in use';
  if (level.source === 'none') return 'booked here, nothing imported';
  if (level.asOf === null) return 'no data yet';
  const at = momentWithZone(level.asOf, now, timeZone);
  const booked = level.booked ? ', bookings since included' : '';
  return isStale(level, now)
    ? `no data since ${at} (${level.source}${booked})`
    : `${level.source} as of ${at}${booked}`;
}

/** " (12 Mar)", or " (overdue since 12 Mar)" where that day has passed; empty: nobody knows when. */
export function expected(day: Date | null, { now, timeZone }: Reading): string {
  if (!day) return '';
  const isPast = day.toISOString().slice(0, 10) < dayIn(timeZone, now);
  return ` (${isPast ? 'overdue since ' : ''}${calendarDay(day, now)})`;
}
