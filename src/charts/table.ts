import { cleanName } from '../core/text/clean.ts';
import { number } from '../core/text/quantity.ts';
import { capitalized } from '../core/text/sentence.ts';
import { dayWords } from '../core/time/weekdays.ts';
import { hasCounts, ordered } from './bars/order.ts';
import type { BarsChart, Chart, MovedChart, TrendChart } from './model.ts';
import { movedParts, type ToldPart } from './moved/steps.ts';
import { isWorse } from './palette.ts';
import { allDays } from './trend/days.ts';
import { shortWords, signedWords, targetWords } from './words.ts';

/** The values of a chart, as they are written. */
export interface ChartTable {
  readonly columns: readonly { readonly title: string; readonly isNumber: boolean }[];
  readonly rows: readonly (readonly string[])[];
  /** So many more are not among the rows. */
  readonly left: number;
}

const mostDays = 7;
const mostRows = 12;
const longestName = 60;

/** What a chart shows, to be read: of a trend the last days, the newest first. */
export function tableOf(chart: Chart): ChartTable {
  switch (chart.kind) {
    case 'trend':
      return daysTable(chart);
    case 'bars':
      return barsTable(chart);
    case 'moved':
      return movedTable(chart);
  }
}

function daysTable(chart: TrendChart): ChartTable {
  const { unit, target, good } = chart;
  const days = allDays(chart);
  const end = days.at(-1)?.day ?? '';
  const against = (value: number) =>
    target === null || good === null ? '' : isWorse(good, value, target) ? ', missed' : ', met';
  const rows = days
    .slice(-mostDays)
    .toReversed()
    .map(({ day, value, isOff, isOpen }) => [
      `${dayWords(day, new Date(end))}${isOff ? ', off' : ''}`,
      value === null ? 'no data' : `${shortWords(unit, value)}${isOpen ? ', still open' : against(value)}`,
    ]);
  const goal = target === null || good === null ? '' : `, target ${targetWords(unit, target)}`;
  return {
    columns: [
      { title: 'Day', isNumber: false },
      { title: `Value${goal}`, isNumber: true },
    ],
    rows,
    left: days.length - rows.length,
  };
}

function barsTable(chart: BarsChart): ChartTable {
  const { unit, dimension, counted } = chart;
  const bars = ordered(chart);
  const isCounted = unit.kind !== 'count' && hasCounts(chart);
  const rows = bars
    .slice(0, mostRows)
    .map(({ name, value, n, isRanked }) => [
      nameOf(name),
      value === null ? 'no data' : `${shortWords(unit, value)}${isRanked ? '' : ', too few to rank'}`,
      ...(isCounted ? [n === null ? '' : number(n)] : []),
    ]);
  return {
    columns: [
      { title: capitalized(nameOf(dimension)), isNumber: false },
      { title: 'Value', isNumber: true },
      ...(isCounted ? [{ title: capitalized(nameOf(counted)), isNumber: true }] : []),
    ],
    rows,
    left: bars.length - rows.length,
  };
}

function movedTable(chart: MovedChart): ChartTable {
  const { unit, dimension } = chart;
  const parts = movedParts(chart, mostRows);
  return {
    columns: [
      { title: capitalized(nameOf(dimension)), isNumber: false },
      { title: 'How it did', isNumber: true },
      { title: 'Its share', isNumber: true },
    ],
    rows: [
      ...parts.map(({ name, performance, mix, isRest }) => [
        nameOf(name),
        signedWords(unit, performance),
        isRest ? '' : signedWords(unit, mix),
      ]),
      [
        'All together',
        signedWords(
          unit,
          sumOf(parts, ({ performance }) => performance),
        ),
        signedWords(
          unit,
          sumOf(parts, ({ mix }) => mix),
        ),
      ],
    ],
    left: 0,
  };
}

function sumOf(parts: readonly ToldPart[], of: (part: ToldPart) => number): number {
  return parts.reduce((sum, part) => sum + of(part), 0);
}

const nameOf = (name: string) => cleanName(name, longestName) || '?';
