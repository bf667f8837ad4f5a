import { type DigestPart, mostLines } from '../../../core/declare/digest.ts';
import { money } from '../../../core/text/money.ts';
import { number } from '../../../core/text/quantity.ts';
import { count } from '../../../core/text/sentence.ts';
import { momentFor, type Reader } from '../../../core/time/reader.ts';
import { distance } from '../../../core/time/spans.ts';
import { button } from '../../../ui/blocks.ts';
import { limits, shorten } from '../../../ui/limits.ts';
import { joined, type Mrkdwn, mrkdwn } from '../../../ui/text.ts';
import { backlogAction, listAction } from '../backlog/actions.ts';
import { isPast, type Sum, sumOf } from '../backlog/cells.ts';
import { stoppedSince } from '../backlog/list-views.ts';
import { type OrderPage, type OrderRow, wholeBacklog } from '../backlog/model.ts';
import { nextStepWords } from '../backlog/next-step-views.ts';
import { unjudgedWords } from '../backlog/views.ts';
import { valueWords } from '../backlog/words.ts';
import { cancelWords, stageWords, stopWords } from '../card/words.ts';
import type { DueAt, DueSoon } from './model.ts';

export const pastFilter = { ...wholeBacklog, due: 'past' } as const;
export const stuckFilter = { ...wholeBacklog, show: 'stopped' } as const;

type Listed = Pick<OrderPage, 'rows' | 'total' | 'unjudged'>;

/** "31 orders past ship-by (€2,940.00), the oldest for 2 days". */
export function latePart({ rows, total }: Listed, past: Sum, { now }: Reader): DigestPart {
  const oldest = rows[0]?.shipBy;
  const since = oldest ? `, ${total === 1 ? '' : 'the oldest '}for ${distance(oldest, now)}` : '';
  return {
    finding: shorten(`${count(total, 'order')} past ship-by (${valueWords(past)})${since}`, limits.finding),
    urgency: 'now',
    lines: rows
      .slice(0, mostLines)
      .map((row) =>
        lineOf(row, [
          ...(row.cancelling ? [mrkdwn`*${cancelWords(row.cancelling)}*`] : []),
          ...(row.shipBy ? [mrkdwn`${distance(row.shipBy, now)} past ship-by`] : []),
          mrkdwn`${stageWords[row.stage]}`,
        ]),
      ),
    total,
    open: button(listAction, { ...pastFilter, after: null }, count(total, 'order')),
  };
}

/** "3 orders stuck, the largest €94.84". */
export function stuckPart({ rows, total, unjudged }: Listed, reader: Reader): DigestPart {
  const [first] = rows;
  const worth = first
    ? `, ${total === 1 ? '' : 'the largest '}${money(first.openMinor, first.currency)}`
    : '';
  const unknown = unjudged > 0 ? `; ${unjudgedWords(unjudged)}` : '';
  return {
    finding: shorten(`${count(total, 'order')} stuck${worth}${unknown}`, limits.finding),
    urgency: 'now',
    lines: rows.slice(0, mostLines).map((row) => {
      // Read by people of every role: nobody is advised what they may not do.
      const step = nextStepWords(row, reader, false);
      // That its truck has left is what its step says.
      const since = row.nextStop === 'unscanned' ? '' : stoppedSince(row, reader);
      const stop = row.nextStop ? `${stopWords(row.nextStop, row.stage)}${since}` : null;
      return lineOf(row, [...(stop ? [mrkdwn`${stop}`] : []), ...(step ? [step] : [])]);
    }),
    total,
    open: button(listAction, { ...stuckFilter, after: null }, count(total, 'order')),
  };
}

/** "1042 · 2 days past ship-by · picked · €86.40 · Hamburg". */
function lineOf(row: OrderRow, [first, ...others]: readonly Mrkdwn[]): Mrkdwn {
  const { openMinor, currency, location } = row;
  const facts = [
    mrkdwn`${shorten(row.number, 30)}`,
    ...(first ? [first] : []),
    mrkdwn`${money(openMinor, currency)}`,
    ...(location ? [mrkdwn`${shorten(location.name, 30)}`] : []),
    ...others,
  ];
  return joined(facts, ' · ');
}

/** "48 orders for the next cut-off, 12 later today, 31 carried over (€2,940.00)". */
export function duePart({ places }: DueSoon, reader: Reader): DigestPart {
  const { next, today, past } = sumsOf(places);
  const which = places.filter(({ cutOffAt }) => cutOffAt !== null).length > 1 ? 'cut-offs' : 'cut-off';
  const soon = [
    ...(next.count > 0 ? [`${count(next.count, 'order')} for the next ${which}`] : []),
    ...(today.count > 0
      ? [`${next.count > 0 ? number(today.count) : count(today.count, 'order')} later today`]
      : []),
  ];
  const carried =
    past.count > 0 ? `${number(past.count)} carried over (${valueWords(past)})` : 'none carried over';
  const head = soon.length > 0 ? soon.join(', ') : 'Nothing else due today';
  return {
    finding: shorten(`${head}, ${carried}`, limits.finding),
    urgency: past.count > 0 ? 'look' : 'note',
    lines: places.slice(0, mostLines).map((place) => dueLine(place, reader)),
    total: places.length,
    open: button(backlogAction, { at: null }, 'Backlog'),
  };
}

/** "Hamburg: 48 by Mon 2 Mar 16:00 CET (€1,200.00), 12 later today, 31 carried over (€2,940.00)". */
function dueLine(place: DueAt, reader: Reader): Mrkdwn {
  const { location, cutOffAt } = place;
  const { next, today, past } = sumsOf([place]);
  const zoned = location ? { ...reader, timeZone: location.timeZone } : reader;
  const words = [
    ...(next.count > 0 && cutOffAt
      ? [`${number(next.count)} by ${momentFor(cutOffAt, zoned)} (${valueWords(next)})`]
      : []),
    ...(today.count > 0 ? [`${number(today.count)} later today (${valueWords(today)})`] : []),
    ...(past.count > 0 ? [`${number(past.count)} carried over (${valueWords(past)})`] : []),
  ];
  return mrkdwn`${location ? shorten(location.name, 40) : 'No location said'}: ${words.join(', ')}`;
}

function sumsOf(places: readonly DueAt[]) {
  const cells = places.flatMap((one) => one.cells);
  return {
    next: sumOf(cells.filter(({ due }) => due === 'next cut-off')),
    today: sumOf(cells.filter(({ due }) => due === 'today')),
    past: sumOf(cells.filter(({ due }) => isPast(due))),
  };
}
