import { money } from '../../../core/text/money.ts';
import { count } from '../../../core/text/sentence.ts';
import type { Reader } from '../../../core/time/reader.ts';
import type { Message } from '../../../core/tokens/reply.ts';
import { button, section } from '../../../ui/blocks.ts';
import { limits, shorten } from '../../../ui/limits.ts';
import { type FilterMenu, pagedList } from '../../../ui/paged-list.ts';
import { type Mrkdwn, mrkdwn } from '../../../ui/text.ts';
import { showOrder } from '../card/actions.ts';
import { freshnessWords } from '../card/freshness-views.ts';
import { at, cancelWords, stageWords, standing, stopWords } from '../card/words.ts';
import { backlogAction, exportAction, listAction } from './actions.ts';
import { isPast } from './cells.ts';
import { dues, type Held, type OrderFilter, type OrderPage, type OrderRow, openStages } from './model.ts';
import { nextStepChoices, nextStepWords } from './next-step-views.ts';
import { unjudgedWords } from './views.ts';
import { dueWords } from './words.ts';

/** A page of the orders behind a figure. `mayAct`: whether the reader may act on orders. */
export function orderList(page: OrderPage, reader: Reader, mayAct = false): Message {
  const { filter } = page;
  const isStopped = filter.show === 'stopped';
  return pagedList<OrderRow, OrderFilter>(listAction, page, {
    finding: describe(page),
    headline: (row) =>
      `${shorten(row.number, 40)} ${standing(row)}${row.cancelling ? `, ${cancelWords(row.cancelling)}` : ''}`,
    line: (row) =>
      section(
        mrkdwn`*${shorten(row.number, 60)}* · ${lineWords(row, filter, reader)}\n${isStopped ? stepLine(row, reader, mayAct) : ''}${money(row.openMinor, row.currency)} to send · ${shorten(row.channel, 40)}${row.location ? ` · ${shorten(row.location.name, 40)}` : ''}`,
        isStopped
          ? nextStepChoices(row, mayAct)
          : button(showOrder, { id: row.id }, `Show ${shorten(row.number, 40)}`, { key: row.id }),
      ),
    menus: menusOf(page),
    file: exportAction,
    buttons: [button(backlogAction, { at: filter.at }, 'Backlog')],
    note: mrkdwn`${isStopped ? 'The most to send first' : 'The earliest ship-by first'}.${countedWords(page)} ${freshnessWords(page.heard, reader)}. As of ${at(reader.now, reader)}`,
    empty: emptyWords(page),
  });
}

function describe({ filter, total, skuCode, places }: OrderPage): string {
  const { show, stage, due, at: code } = filter;
  const where =
    code === null ? '' : ` at ${shorten(places.find((one) => one.code === code)?.name ?? code, 40)}`;
  const orders = (kind: string) => (total === 0 ? `No ${kind}` : count(total, kind));
  if (show === 'waiting') {
    return `${orders('open order')} with ${shorten(skuCode ?? 'a SKU that is gone', 40)} still to send${where}`;
  }
  const named = orders(stage === null ? 'order' : `${stageWords[stage]} order`);
  const timed =
    due === null
      ? ''
      : due === 'past'
        ? ', past ship-by'
        : `, ${dueWords[due].replace(/^[A-Z]/, (c) => c.toLowerCase())}`;
  const states = { held: 'on hold', stopped: 'stopped at a hand-over', 'to ship': 'to ship' } as const;
  return `${named} ${states[show]}${timed}${where}`;
}

function lineWords(row: OrderRow, { show }: OrderFilter, reader: Reader): Mrkdwn {
  const zoned = row.location ? { ...reader, timeZone: row.location.timeZone } : reader;
  const due = row.shipBy ? `ship-by ${at(row.shipBy, zoned)}` : 'no ship-by';
  const late = isPast(row.due) ? mrkdwn`*late*, ${due}` : mrkdwn`${due}`;
  const cancelled = row.cancelling ? mrkdwn`*${cancelWords(row.cancelling)}* · ` : '';
  const { nextStop, held, stage } = row;
  if (show === 'stopped' && nextStop)
    return mrkdwn`${cancelled}*${stopWords(nextStop, stage)}*${stoppedSince(row, reader)} · ${late}`;
  if (show === 'held' && held)
    return mrkdwn`${cancelled}*${heldWords(held, reader)}* · ${stageWords[stage]} · ${late}`;
  return mrkdwn`${cancelled}${standing(row)} · ${late}`;
}

/** The moment of a missed truck is the end of its margin, at which nothing happened. */
export function stoppedSince({ nextStop, nextStopAt }: OrderRow, reader: Reader): string {
  if (nextStop === 'unscanned') return ', its truck has left';
  return nextStopAt ? ` since ${at(nextStopAt, reader)}` : '';
}

/** "on hold since Mon 2 Mar 08:00 CET: address". */
function heldWords({ since, reason }: Held, reader: Reader): string {
  return `on hold since ${at(since, reader)}: ${shorten(reason ?? 'no reason given', 100)}`;
}

/** The lists follow the shop, and what it has not told is counted: a list that has any of it says so. */
function countedWords({ rows }: OrderPage): string {
  return rows.some(({ cancelling }) => cancelling !== null)
    ? ' Orders that are to be cancelled count until the shop has cancelled them.'
    : '';
}

function stepLine(row: OrderRow, reader: Reader, mayAct: boolean): Mrkdwn {
  const words = nextStepWords(row, reader, mayAct);
  return words ? mrkdwn`${words}\n` : mrkdwn``;
}

function menusOf({ filter, places }: OrderPage) {
  const all: readonly [string | null, string][] = [[null, 'All locations']];
  const known = places.map(({ code, name }) => [code, name] as [string | null, string]);
  // A menu takes a hundred; the location in force is always among them.
  const shown = known.slice(0, limits.menuOptions - 2);
  const own = known.filter((one) => one[0] === filter.at && !shown.includes(one));
  const location: FilterMenu<string | null> = { label: 'Location', choices: [...all, ...shown, ...own] };
  // What carries a SKU has no room for more in a menu.
  if (filter.show === 'waiting') return { at: location };
  const stage: FilterMenu<OrderFilter['stage']> = {
    label: 'Stage',
    choices: [[null, 'All stages'], ...openStages.map((one) => [one, stageWords[one]] as const)],
  };
  const due: FilterMenu<OrderFilter['due']> = {
    label: 'Ship-by',
    choices: [
      [null, 'Any ship-by'],
      ['past', 'Past ship-by'],
      ...dues.map((one) => [one, dueWords[one]] as const),
    ],
  };
  return { at: location, stage, due };
}

function emptyWords({ filter: { show }, unjudged }: OrderPage): Mrkdwn {
  if (show === 'stopped' && unjudged > 0)
    return mrkdwn`None of those that were looked at; ${unjudgedWords(unjudged)}: within the hour they are.`;
  if (show === 'stopped')
    return mrkdwn`Looked at every order that is paid and not handed over: none waits longer for its next step than it may.`;
  if (show === 'held') return mrkdwn`Nobody holds an order here.`;
  if (show === 'waiting') return mrkdwn`No open order has a piece of it still to send.`;
  return mrkdwn`Looked at every order that is not handed over, cancelled or held. The menus show others.`;
}
