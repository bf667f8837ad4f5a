import type { SectionBlock } from '@slack/types';
import { cut as shortened } from '../../../core/text/clean.ts';
import { money } from '../../../core/text/money.ts';
import { number } from '../../../core/text/quantity.ts';
import { count } from '../../../core/text/sentence.ts';
import type { Reader } from '../../../core/time/reader.ts';
import { calendarDay } from '../../../core/time/spans.ts';
import type { Kpi } from '../../../core/tokens/fact.ts';
import type { Message } from '../../../core/tokens/reply.ts';
import { actions, button, context, message, section } from '../../../ui/blocks.ts';
import { joined, mrkdwn } from '../../../ui/text.ts';
import { listRows, openRow, rowsAsFile, showFigure } from '../card/actions.ts';
import { badWords, rowsFrom } from '../card/menu-views.ts';
import { figureName, valueWords, whenWords } from '../card/words.ts';
import type { FigureAsked } from '../figure/shapes.ts';
import { durationWords } from '../figure/words.ts';
import { isOfLasting } from '../keeping/rules.ts';
import type { FactRow, ShownRows } from './model.ts';

const longestLabel = 80;

/** Some rows behind a figure, those that count against it first, each with a way to its card. */
export function rowsMessage(
  asked: FigureAsked,
  { figure, rows, skip, isMore, today }: ShownRows,
  reader: Reader,
): Message {
  const { kpi, days } = figure;
  const when = whenWords(kpi, days, today, reader.now);
  const said = badWords(figure) ?? valueWords(kpi, figure) ?? 'no data';
  const finding = `${figureName(figure)}, ${when}: ${said}`;
  const from = skip + 1;
  const here = rows.length === 0 ? 'none here' : `here ${number(from)} to ${number(skip + rows.length)}`;
  const lines = rows.map((row, i) => lineOf(kpi, row, i, reader));
  return message(mrkdwn`${finding}, ${here}`, [
    section(mrkdwn`*${finding}*`),
    ...lines,
    actions(
      ...(isMore ? [button(listRows, rowsFrom(asked, skip + rows.length), 'Next', { key: 'next' })] : []),
      ...(skip > 0 ? [button(listRows, rowsFrom(asked), 'First page', { key: 'first' })] : []),
      button(rowsAsFile, asked, 'As CSV'),
      button(showFigure, asked, 'Back to the figure'),
    ),
    context(mrkdwn`${orderWords(kpi)}, ${here}`),
  ]);
}

function orderWords({ measure, good, bad = 'missed' }: Kpi): string {
  const last = 'what is left out last';
  if (measure.kind === 'share')
    return good === null ? `The largest first, ${last}` : `What is ${bad} first, ${last}`;
  if (measure.kind === 'spread') return `The longest first, ${last}`;
  return isOfLasting({ measure } as Kpi) ? 'The latest first' : `The largest first, ${last}`;
}

function lineOf(kpi: Kpi, row: FactRow, n: number, { now }: Reader): SectionBlock {
  const { opens } = kpi.facts;
  const day = calendarDay(new Date(row.day), now);
  const told = row.values.filter((value) => value !== '').slice(0, 3);
  const parts = [
    mrkdwn`*${shortened(row.label, longestLabel)}*`,
    row.counts ? mrkdwn`*${sizeWords(kpi, row)}*` : mrkdwn`left out: ${row.why ?? 'nobody says why'}`,
    isOfLasting(kpi) ? mrkdwn`since ${day}` : mrkdwn`${kpi.anchor.words} ${day}`,
    ...told.map((value) => mrkdwn`${shortened(value, longestLabel)}`),
  ];
  const open =
    opens === undefined || !isId(row.ref)
      ? undefined
      : button(openRow, { what: opens, ref: row.ref }, 'Open', { key: n });
  return section(joined(parts, ' · '), open);
}

const isId = (ref: string) => /^[0-9a-f-]{36}$/.test(ref);

/** "late", "26.4 h", "€12.50", "3 of 4 pieces". */
function sizeWords(kpi: Kpi, { n, d, currency }: Pick<FactRow, 'n' | 'd' | 'currency'>): string {
  const { measure, good } = kpi;
  const [size, among] = [Number(n ?? 0), Number(d ?? 0)];
  if (measure.kind === 'share') {
    if (kpi.counted || good === null)
      return `${number(size)} of ${number(among)} ${kpi.counted ?? ''}`.trim();
    const isBad = good === 'up' ? size < among : size > 0;
    return isBad ? (kpi.bad ?? 'missed') : 'as it should be';
  }
  if (measure.kind === 'spread') return durationWords(measure.unit, size);
  if (measure.kind === 'lasting')
    return size > 0 ? durationWords('ms', size) : `none of ${durationWords('ms', among)}`;
  if (measure.unit === 'money') return money(BigInt(n ?? 0), currency);
  return count(size, measure.unit === 'unit' ? 'piece' : measure.unit);
}
