import { money } from '../../../core/text/money.ts';
import { number } from '../../../core/text/quantity.ts';
import { capitalized } from '../../../core/text/sentence.ts';
import type { Reader } from '../../../core/time/reader.ts';
import type { Message } from '../../../core/tokens/reply.ts';
import { actions, button, choice, menu, more, table } from '../../../ui/blocks.ts';
import { type CardParts, card } from '../../../ui/card.ts';
import { limits, shorten } from '../../../ui/limits.ts';
import { mrkdwn } from '../../../ui/text.ts';
import { freshnessWords } from '../card/freshness-views.ts';
import { at, stageWords } from '../card/words.ts';
import { goodsNote } from '../order/worth-words.ts';
import { backlogAction, listAction } from './actions.ts';
import { headlineOf, type Sum, sumOf } from './cells.ts';
import {
  type Backlog,
  type Due,
  dues,
  type Needs,
  type OrderFilter,
  openStages,
  wholeBacklog,
} from './model.ts';
import { needsBlocks, needsWords } from './needs-views.ts';
import { dueWords, shownCurrencies, valueWords } from './words.ts';

/** As many as a card has buttons. */
const mostWays = 3;

/** The table of what is to be sent, by stage and due. */
export function backlogMessage(backlog: Backlog, reader: Reader): Message {
  const { cells } = backlog;
  const { toShip } = headlineOf(cells);
  const ways = waysOf(backlog, reader, ['past', 'next', 'held']);
  return card({
    ...headOf(backlog, reader),
    body: toShip.count === 0 ? [] : [cellTable(backlog, reader), cellMenu(backlog)],
    buttons: buttonsOf(backlog, ways.slice(0, mostWays)),
    more: moreOf(backlog, ways.slice(mostWays), choice(backlogAction, { at: codeOf(backlog) }, 'Refresh')),
    footer: [goodsNote, freshnessWords(backlog.heard, reader)],
  });
}

/** The headline alone and what waits for the reader, for a bare `/order`. */
export function headlineMessage(backlog: Backlog, needs: Needs, reader: Reader): Message {
  return headlineCard(backlog, reader, {
    body: needsBlocks(needs),
    spoken: needsWords(needs),
    footer: [mrkdwn`\`/order 25066\` shows one order`],
  });
}

/** The headline with its buttons, and what else is told with it. */
export function headlineCard(
  backlog: Backlog,
  reader: Reader,
  { facts = [], footer = [], ...rest }: Pick<CardParts, 'facts' | 'body' | 'spoken' | 'footer'>,
): Message {
  const head = headOf(backlog, reader);
  const ways = waysOf(backlog, reader, ['past', 'held', 'next']);
  return card({
    ...head,
    ...rest,
    facts: [...head.facts, ...facts],
    buttons: [
      button(backlogAction, { at: null }, 'Open the backlog'),
      ...buttonsOf(backlog, ways.slice(0, mostWays - 1)),
    ],
    more: moreOf(backlog, ways.slice(mostWays - 1)),
    footer: [...footer, freshnessWords(backlog.heard, reader)],
  });
}

function headOf(backlog: Backlog, reader: Reader) {
  const { toShip, past, held } = headlineOf(backlog.cells);
  const silent = backlog.heard.some(({ silentSince }) => silentSince !== null);
  return {
    mark: silent || past.count > 0 ? ('attention' as const) : toShip.count === 0 ? ('done' as const) : null,
    finding: shorten(findingOf(backlog, reader), limits.finding),
    title: `Backlog${backlog.at ? ` of ${backlog.at.name}` : ''}`,
    facts: [
      ...(toShip.count > 0 ? [mrkdwn`${valueWords(toShip)} to send`] : []),
      ...(held.count > 0 ? [mrkdwn`${number(held.count)} on hold (${valueWords(held)}), not counted`] : []),
      backlog.stopped > 0
        ? mrkdwn`*${number(backlog.stopped)} stopped at a hand-over*`
        : mrkdwn`0 stopped at a hand-over`,
      ...(backlog.unjudged > 0 ? [mrkdwn`${unjudgedWords(backlog.unjudged)}`] : []),
    ],
  };
}

/** "12 not looked at yet": what an earlier release stored is looked at within the hour. */
export function unjudgedWords(unjudged: number): string {
  return `${number(unjudged)} of an earlier release not looked at yet`;
}

/** "212 to ship, 31 past ship-by (€2,940), 48 for the 16:00 CET". */
function findingOf(backlog: Backlog, reader: Reader): string {
  const { toShip, past, next } = headlineOf(backlog.cells);
  if (toShip.count === 0) return 'Nothing to ship';
  return [
    `${number(toShip.count)} to ship`,
    past.count > 0 ? `${number(past.count)} past ship-by (${valueWords(past)})` : 'none past ship-by',
    ...(next.count > 0
      ? [`${number(next.count)} ${cutOffWords(backlog, reader)}${firstWords(backlog, reader)}`]
      : []),
  ].join(', ');
}

function cutOffWords({ cutOff }: Backlog, reader: Reader): string {
  return cutOff?.isOfAll
    ? `for the ${at(cutOff.at, { ...reader, timeZone: cutOff.timeZone })}`
    : 'before their next cut-off';
}

/** " (the first at 16:00 CET)", where locations have several. */
function firstWords({ cutOff }: Backlog, reader: Reader): string {
  if (!cutOff || cutOff.isOfAll) return '';
  return ` (the first at ${at(cutOff.at, { ...reader, timeZone: cutOff.timeZone })})`;
}

/** "By 16:00 CET", where all orders have the same next cut-off. */
function cutOffTitle({ cutOff }: Backlog, reader: Reader): string {
  return cutOff?.isOfAll
    ? `By ${at(cutOff.at, { ...reader, timeZone: cutOff.timeZone })}`
    : dueWords['next cut-off'];
}

/** "€2,940.00 + JPY, USD": all of each stands above the table, which has no room for it. */
function cellWords({ values }: Sum): string {
  const [first, ...others] = values;
  if (!first) return 'nothing';
  const codes = others.slice(0, shownCurrencies).map(({ currency }) => currency);
  return `${money(first.minor, first.currency)}${codes.length > 0 ? ` + ${codes.join(', ')}` : ''}`;
}

function columnsOf({ cells }: Backlog): readonly Due[] {
  // A column is there to be compared: where nothing leaves later today, or all has its ship-by, there is none.
  const mayBeLeftOut: readonly Due[] = ['today', 'none'];
  return dues.filter(
    (due) => !mayBeLeftOut.includes(due) || cells.some((cell) => !cell.held && cell.due === due),
  );
}

function cellTable(backlog: Backlog, reader: Reader) {
  const free = backlog.cells.filter(({ held }) => !held);
  const shown = columnsOf(backlog);
  const row = (title: string, own: typeof free) => [
    title,
    ...shown.map((due) => number(sumOf(own.filter((cell) => cell.due === due)).count)),
    number(sumOf(own).count),
    cellWords(sumOf(own)),
  ];
  const right = (title: string) => ({ title, align: 'right' as const });
  return table(
    [
      { title: 'Stage' },
      ...shown.map((due) => right(due === 'next cut-off' ? cutOffTitle(backlog, reader) : dueWords[due])),
      right('All'),
      right('To send'),
    ],
    [
      ...openStages
        .filter((stage) => free.some((cell) => cell.stage === stage))
        .map((stage) =>
          row(
            titleOf(stage),
            free.filter((cell) => cell.stage === stage),
          ),
        ),
      row('All', free),
    ],
  );
}

/** A cell of a table cannot be pressed: a menu opens each. */
function cellMenu(backlog: Backlog) {
  const free = backlog.cells.filter(({ held }) => !held);
  const options = openStages.flatMap((stage) =>
    columnsOf(backlog).flatMap((due) => {
      const sum = sumOf(free.filter((cell) => cell.stage === stage && cell.due === due));
      const label = `${titleOf(stage)}, ${dueWords[due].toLowerCase()}: ${number(sum.count)}`;
      return sum.count > 0 ? [{ value: wanted(backlog, { stage, due }), label }] : [];
    }),
  );
  return actions(menu(listAction, 'Open a cell', options));
}

/** A list behind the card: a button while there is room for it, else a choice behind the dots. */
interface Way {
  readonly filter: Partial<OrderFilter>;
  readonly label: string;
  readonly key: string;
}

/** The lists of the backlog. `first`: those that the reader came for. */
function waysOf(backlog: Backlog, reader: Reader, first: readonly string[]): readonly Way[] {
  const { toShip, past, next, held } = headlineOf(backlog.cells);
  const all = [
    { count: past.count, filter: { due: 'past' }, label: 'past ship-by', key: 'past' },
    { count: next.count, filter: { due: 'next cut-off' }, label: cutOffWords(backlog, reader), key: 'next' },
    { count: held.count, filter: { show: 'held' }, label: 'on hold', key: 'held' },
    { count: toShip.count, filter: {}, label: 'to ship', key: 'all' },
  ] as const;
  const ways = all.flatMap(({ count, label, ...way }) =>
    count === 0 ? [] : [{ ...way, label: `${number(count)} ${label}` }],
  );
  const rank = ({ key }: Way) => (first.includes(key) ? first.indexOf(key) : first.length);
  return ways.toSorted((a, b) => rank(a) - rank(b));
}

function buttonsOf(backlog: Backlog, ways: readonly Way[]) {
  return ways.map(({ filter, label, key }) => button(listAction, wanted(backlog, filter), label, { key }));
}

function moreOf(
  backlog: Backlog,
  ways: readonly Way[],
  ...others: readonly ReturnType<typeof choice>[]
): CardParts['more'] {
  const open = (filter: Partial<OrderFilter>, label: string) =>
    choice(listAction, wanted(backlog, filter), label);
  const choices = [
    ...(backlog.stopped > 0 ? [open({ show: 'stopped' }, `${number(backlog.stopped)} stopped`)] : []),
    ...ways.map(({ filter, label }) => open(filter, label)),
    ...others,
  ];
  return choices.length > 0 ? more(choices) : undefined;
}

function wanted(backlog: Backlog, filter: Partial<OrderFilter>) {
  return { ...wholeBacklog, at: codeOf(backlog), ...filter, after: null };
}

function codeOf(backlog: Backlog): string | null {
  return backlog.at?.code ?? null;
}

function titleOf(stage: (typeof openStages)[number]): string {
  const words = stageWords[stage];
  return capitalized(words);
}
