import { cleanName } from '../core/text/clean.ts';
import { minorDigits } from '../core/text/money.ts';
import { halfUp } from '../core/text/quantity.ts';
import { dayWords } from '../core/time/weekdays.ts';
import { ordered } from './bars/order.ts';
import type { BarsChart, Chart, TrendChart, Unit } from './model.ts';
import { allDays, hasValue } from './trend/days.ts';

/** A chart that Slack draws itself: plain values by name, of one series, with a line to hold it against. */
export interface NativeChart {
  readonly type: 'bar' | 'line';
  readonly title: string;
  readonly names: readonly string[];
  readonly series: readonly { readonly name: string; readonly values: readonly number[] }[];
  readonly xLabel: string;
  readonly yLabel: string;
}

/** What Slack draws: no more points, and no longer names. */
const mostPoints = 20;
const longestName = 20;
const longestLabel = 50;

/**
 * The chart as Slack draws it, where that says the same; null: only a picture does. Slack has no gaps, no paler bars, no
 * shade behind a day off, no line across bars and no scale that begins above zero, and it writes no values.
 */
export function nativeOf(chart: Chart): NativeChart | null {
  const native =
    chart.kind === 'bars' ? nativeBars(chart) : chart.kind === 'trend' ? nativeTrend(chart) : null;
  if (!native) return null;
  const { names, series } = native;
  const values = series.flatMap((one) => one.values);
  const isTold =
    names.length >= 2 &&
    names.length <= mostPoints &&
    names.every((name) => name !== '' && name.length <= longestName) &&
    new Set(names).size === names.length &&
    values.every(Number.isFinite);
  return isTold ? native : null;
}

function nativeBars(chart: BarsChart): NativeChart | null {
  const bars = ordered(chart);
  if (chart.target !== null || bars.some(({ value, isRanked }) => value === null || !isRanked)) return null;
  return {
    ...framed(chart, `by ${chart.dimension}`, chart.dimension),
    type: 'bar',
    names: bars.map(({ name }) => cleanName(name, longestName + 1)),
    series: [
      { name: seriesName(chart), values: bars.map(({ value }) => printed(chart.unit, value ?? Number.NaN)) },
    ],
  };
}

function nativeTrend(chart: TrendChart): NativeChart | null {
  const days = allDays(chart);
  const isPlain = days.every((day) => hasValue(day) && !day.isOpen && !day.isOff);
  // Of percentages a scale from zero shows a flat line.
  if (chart.unit.kind === 'percent' || !isPlain) return null;
  const end = days.at(-1)?.day ?? '';
  const target = chart.target;
  return {
    ...framed(chart, 'by day', chart.period),
    type: 'line',
    names: days.map(({ day }) => dayWords(day, new Date(end))),
    series: [
      {
        name: seriesName(chart),
        values: days.map(({ value }) => printed(chart.unit, value ?? Number.NaN)),
      },
      ...(target === null ? [] : [{ name: 'Target', values: days.map(() => printed(chart.unit, target)) }]),
    ],
  };
}

function framed({ title, unit }: Chart, by: string, x: string) {
  const about = ` ${cleanName(by)}`;
  return {
    title: `${cleanName(title, Math.max(longestLabel - about.length, 10))}${about}`.slice(0, longestLabel),
    xLabel: cleanName(x, longestLabel) || '–',
    yLabel: cleanName(unitWords(unit), longestLabel) || '–',
  };
}

/** Told apart from the line that it is held against. */
function seriesName({ title }: Chart): string {
  const name = cleanName(title, longestName) || '–';
  return name === 'Target' ? 'Value' : name;
}

/** As it is written elsewhere, so that nobody reads another number beside a bar. */
function printed(unit: Unit, value: number): number {
  switch (unit.kind) {
    case 'count':
      return Math.round(value);
    case 'money':
      return Math.round(value) / 10 ** minorDigits(unit.currency);
    default:
      return Math.sign(value) * Number(halfUp(Math.abs(value), 1));
  }
}

function unitWords(unit: Unit): string {
  switch (unit.kind) {
    case 'percent':
      return '%';
    case 'count':
      return unit.many ?? `${unit.one}s`;
    case 'money':
      return unit.currency;
    default:
      return unit.kind;
  }
}
