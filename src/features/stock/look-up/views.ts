import type { Mentions } from '../../../core/declare/mention.ts';
import { number } from '../../../core/text/quantity.ts';
import { count, listOf } from '../../../core/text/sentence.ts';
import { momentWithZone } from '../../../core/time/reader.ts';
import type { Message } from '../../../core/tokens/reply.ts';
import { actions, button, context, message, section, table } from '../../../ui/blocks.ts';
import { quoted, shorten } from '../../../ui/limits.ts';
import { joined, type Mrkdwn, mrkdwn } from '../../../ui/text.ts';
import { showChoices, showSku } from '../card/actions.ts';
import { daysText, silentOrdersText } from '../card/cover-views.ts';
import {
  daysOfCover,
  type Hit,
  isStale,
  type LookUp,
  lastFrom,
  maxChoices,
  type Reading,
  type StockCard,
  statusOf,
  totalsOf,
} from '../card/rules.ts';
import { expected, statusWords, stockCard } from '../card/views.ts';

const longestAsked = 100;
const namedInFinding = 3;

/** The most lines about the SKUs of a table; more would be longer than the table. */
const mentionsShown = 8;

/** "12 available (Low)": a SKU's stock in one phrase, for texts that mention it. */
export function standing(card: StockCard, reading: Reading): string {
  if (!knows(card)) return statusWords['no levels'];
  return `${number(totalsOf(card).available)} available (${statusText(card, reading)})`;
}

export function severalCards(
  cards: readonly StockCard[],
  missing: readonly string[],
  reading: Reading,
  mentions: Mentions = new Map(),
): Message {
  const attention = cards.filter((card) => ['out', 'low', 'reorder'].includes(statusOf(card)));
  const unknown = cards.filter((card) => !knows(card)).length;
  const named = attention.length > 0 && attention.length < cards.length ? `: ${namesOf(attention)}` : '';
  const finding = `${count(cards.length, 'SKU')}, ${needing(cards.length, attention.length, unknown)}${named}`;
  // What needs somebody has a button, wherever it stands.
  const first = [...attention, ...cards.filter((card) => !attention.includes(card))].slice(0, 10);
  const lines = cards.map(
    (card) =>
      mrkdwn`${card.code} ${knows(card) ? `${number(totalsOf(card).available)} available ` : ''}(${statusText(card, reading)})`,
  );
  return message(
    mrkdwn`${finding}: ${joined(lines, ', ')}${missing.length > 0 ? `. Not found: ${missing.join(', ')}` : ''}`,
    [
      section(mrkdwn`*${finding}*`),
      table(
        [
          { title: 'SKU' },
          { title: 'Title' },
          { title: 'Available', align: 'right' },
          { title: 'Incoming', align: 'right' },
          { title: 'Cover', align: 'right' },
          { title: 'Status' },
        ],
        cards.map((card) => {
          const totals = totalsOf(card);
          const cover = daysOfCover(card);
          return [
            shorten(card.code, 60),
            shorten(card.title, 100),
            knows(card) ? number(totals.available) : '–',
            totals.incoming === 0
              ? knows(card)
                ? '0'
                : '–'
              : `${number(totals.incoming)}${expected(totals.expectedOn, reading)}`,
            cover === null ? '–' : `${daysText(cover)}${card.silentOrders.length > 0 ? ', resting' : ''}`,
            statusText(card, reading),
          ];
        }),
      ),
      ...(missing.length > 0 ? [section(mrkdwn`Not found: ${missing.join(', ')}`)] : []),
      ...mentioned(cards, mentions),
      context(joined([oldestSource(cards, reading), ...missingOrders(cards, reading)], ' ')),
      actions(...first.map((card, i) => button(showSku, { sku: card.id }, card.code, { key: i }))),
    ],
  );
}

/** "CANDLE-01, MUG-07 and 2 more". */
function namesOf(cards: readonly StockCard[]): string {
  const codes = cards.slice(0, namedInFinding).map(({ code }) => shorten(code, 40));
  const left = cards.length - codes.length;
  return listOf([...codes, ...(left > 0 ? [`${left} more`] : [])]);
}

/** What nobody knows the levels of is not said to be in order. */
function needing(all: number, attention: number, unknown: number): string {
  if (unknown === all) return 'no stock levels yet';
  const without = unknown > 0 ? `, ${number(unknown)} without stock levels` : '';
  if (all === 1) return attention === 1 ? 'out, low or to reorder' : 'neither out, low nor to reorder';
  return `${attention === 0 ? 'none' : number(attention)} out, low or to reorder${without}`;
}

/** A line for each SKU that other features mention; its own card has the buttons. */
function mentioned(cards: readonly StockCard[], mentions: Mentions) {
  const lines = cards.flatMap(({ id, code }) =>
    (mentions.get(id) ?? []).map(({ line }) => mrkdwn`*${shorten(code, 60)}* ${line}`),
  );
  return lines.length > 0 ? [section(joined(lines.slice(0, mentionsShown), '\n'))] : [];
}

/** Without levels the stock is unknown, which is not zero. */
function knows(card: StockCard): boolean {
  return card.locations.length > 0;
}

function statusText(card: StockCard, { now }: Reading): string {
  const stale = card.locations.some((level) => isStale(level, now)) ? ', stale' : '';
  return `${statusWords[statusOf(card)]}${stale}`;
}

function oldestSource(cards: readonly StockCard[], { now, timeZone }: Reading): Mrkdwn {
  const old = new Set(
    cards.flatMap((card) => card.locations.filter((level) => isStale(level, now)).map(({ name }) => name)),
  );
  const times = cards.flatMap((card) => card.locations.flatMap(({ asOf }) => (asOf ? [asOf.getTime()] : [])));
  if (times.length === 0) return mrkdwn`Source: the catalogue. No stock levels yet.`;
  const since = momentWithZone(new Date(Math.min(...times)), now, timeZone);
  const named = old.size > 0 ? ` Old: ${listOf([...old])}.` : '';
  return mrkdwn`Source: stock ledger, no number older than ${since}.${named}`;
}

/** The same for all of them: orders come for the whole shop. */
function missingOrders([card]: readonly StockCard[], reading: Reading): readonly Mrkdwn[] {
  const silent = card && silentOrdersText(card, reading, momentWithZone);
  return silent ? [mrkdwn`Demand: ${silent}.`] : [];
}

export function choicesList({ asked, hits, from, more }: Extract<LookUp, { found: 'choices' }>): Message {
  const to = from + hits.length;
  const finding = `${more ? `More than ${to}` : to} SKUs fit "${quoted(asked)}"`;
  const turn = (page: number, label: string) =>
    button(showChoices, { text: asked, from: page }, label, { key: page });
  // A longer text would not fit the button.
  const mayTurn = JSON.stringify(asked).length <= longestAsked;
  const turns = [
    ...(mayTurn && more && to <= lastFrom ? [turn(to, 'Show more')] : []),
    ...(mayTurn && from > 0 ? [turn(from - maxChoices, 'Back')] : []),
  ];
  return message(mrkdwn`${finding}: ${hits.map((hit) => hit.code).join(', ')}`, [
    section(
      mrkdwn`*${finding}*${more || from > 0 ? `, here ${from + 1} to ${to}: a word more narrows it down` : '. Which one?'}`,
    ),
    ...hits.map(pick),
    ...(turns.length > 0 ? [actions(...turns)] : []),
  ]);
}

export function nothingFound(asked: string, nearest: readonly Hit[]): Message {
  const finding = `No SKU, barcode or title fits "${quoted(asked)}"`;
  if (nearest.length === 0) {
    const text = mrkdwn`${finding}. Try the beginning of its code, or a word of its title.`;
    return message(text, [section(text)]);
  }
  return message(
    mrkdwn`${finding}. Nearest: ${nearest.map((hit) => `${hit.code} ${hit.title}`).join(', ')}`,
    [section(mrkdwn`*${finding}*. The nearest are:`), ...nearest.map(pick)],
  );
}

// An escaped character takes up to five: ten of these must fit in one message.
function pick(hit: Hit) {
  return section(
    mrkdwn`*${shorten(hit.code, 60)}* ${shorten(hit.title, 150)}`,
    button(showSku, { sku: hit.id }, `Show ${hit.code}`),
  );
}

export function lookUpReply(outcome: LookUp, reading: Reading, mentions: Mentions = new Map()): Message {
  switch (outcome.found) {
    case 'one':
      return stockCard(outcome.card, reading, mentions.get(outcome.card.id));
    case 'several':
      return severalCards(outcome.cards, outcome.missing, reading, mentions);
    case 'choices':
      return choicesList(outcome);
    case 'nothing':
      return nothingFound(outcome.asked, outcome.nearest);
  }
}
