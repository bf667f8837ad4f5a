import type { BarsChart, Chart, MovedChart, TrendChart, TrendDay, Unit } from '../../../charts/model.ts';
import type { Reader } from '../../../core/time/reader.ts';
import { addDays } from '../../../core/time/weekdays.ts';
import type { Kpi } from '../../../core/tokens/fact.ts';
import { daysTold } from '../card/since-words.ts';
import { figureName, partWords } from '../card/words.ts';
import type { Days } from '../days/model.ts';
import type { Answer, Figure, Total } from '../figure/model.ts';
import { isRanked, isRate, isSimple, permille } from '../figure/rules.ts';
import type { Moving } from '../moved/model.ts';
import { movedBy, sumOf } from '../moved/rules.ts';
import { partNames } from '../moved/words.ts';
import type { Aim, Aims } from '../targets/model.ts';
import type { Trend } from './model.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** A KPI by day, as it is drawn. */
export function trendChart(
  { figure, since, currency, values, aim, off, today }: Trend,
  reader: Reader,
): TrendChart {
  const { kpi, days } = figure;
  const isOff = new Set(off);
  const closed = addDays(today, -(kpi.openDays ?? 0));
  return {
    ...commonOf(figure, currency),
    kind: 'trend',
    period: daysTold(days, since, reader.now),
    target: targetOf(kpi, aim, currency),
    ...wholeOf(figure),
    days: withEnds(
      values.map(({ day, n, d, p50 }) => ({ day, value: valueOfDay(kpi, { n, d }, p50) })),
      days,
      today,
    ).map((one) => ({ ...one, isOff: isOff.has(one.day), isOpen: one.day >= closed })),
  };
}

/** Longer times begin where their data does. */
const mostEmpty = 92;

/** The first and the last day too, where nothing is told of them: no data at the ends is said as between them. */
function withEnds(values: readonly TrendDay[], { from, to }: Days, today: string): readonly TrendDay[] {
  const [last = to] = [addDays(to, -1), today].toSorted();
  if (values.length === 0 || addDays(from, mostEmpty) < to) return values;
  const empty = (day: string) => (values.some((one) => one.day === day) ? [] : [{ day, value: null }]);
  return [...(from <= last ? empty(from) : []), ...values, ...(last > from ? empty(last) : [])];
}

/** What all days come to, where that is of the same kind as a day: as the card says it. */
function wholeOf({ kpi, totals, spread }: Figure): Pick<TrendChart, 'whole'> {
  const [total] = totals;
  if (!total || isSimple(kpi.measure)) return {};
  const whole = valueOfDay(kpi, total, spread?.p50 ?? null);
  return whole === null ? {} : { whole };
}

/** A KPI by a dimension, as it is drawn. Null: it is not split. */
export function barsChart(
  { figure, since, parts }: Answer,
  { whole }: Aims,
  reader: Reader,
): BarsChart | null {
  if (!parts) return null;
  const { kpi, days, totals } = figure;
  const currency = totals[0]?.currency ?? '';
  // A bar in other money would be as long as if it were this one.
  const drawn = parts.all.flatMap((part) => {
    const total = part.totals.find((one) => one.currency === currency);
    return total ? [{ part, total }] : [];
  });
  return {
    ...commonOf(figure, currency),
    kind: 'bars',
    period: daysTold(days, since, reader.now),
    dimension: parts.by.title,
    counted: kpi.counted ?? `${kpi.facts.one}s`,
    // Of a sum the goal is for a day, and a bar is not.
    target: isSimple(kpi.measure) ? null : targetOf(kpi, whole, ''),
    bars: drawn.map(({ part, total }) => ({
      name: partWords(part, parts.by.title),
      value: valueOfDay(kpi, total, part.spread?.p50 ?? null),
      n: isCounted(kpi) ? Number(total.d) : null,
      isRanked: !isCounted(kpi) || isRanked(part),
    })),
  };
}

/**
 * What moved a KPI, as it is drawn: the same tenths as are printed, so that they add up to the change as it is printed.
 * Null: one of the two times has no data.
 */
export function movedChart(moving: Moving, reader: Reader): MovedChart | null {
  const { kpi, by, days, before, since, now, past } = moving;
  const moved = movedBy(now, past);
  if (!moved) return null;
  const [whole, then] = [sumOf(now), sumOf(past)];
  const nameOf = partNames(moving);
  return {
    ...commonOf({ kpi, totals: [], cut: null }, ''),
    kind: 'moved',
    period: daysTold(days, since, reader.now),
    periodBefore: daysTold(before, since, reader.now),
    dimension: by.title,
    before: Number(permille(then.n, then.d)) / 10,
    now: Number(permille(whole.n, whole.d)) / 10,
    parts: moved.parts.map(({ value, performance, mix }) => ({
      name: nameOf(value),
      performance: Number(performance) / 10,
      mix: Number(mix) / 10,
    })),
  };
}

/** A goal in the unit of the chart; null: there is none, or it is in other money. */
function targetOf({ measure, good }: Kpi, aim: Aim | null, currency: string): number | null {
  if (aim === null || good === null || aim.currency !== currency) return null;
  const goal = Number(aim.target);
  if (isRate(measure)) return goal / 100;
  if (measure.kind === 'spread') return goal / { ms: hourMs, s: 1_000, days: dayMs }[measure.unit];
  return goal;
}

/** A share in per cent, exact where ten digits say it: one that is on its target is not a digit of a binary number off it. */
function percentOf({ n, d }: Pick<Total, 'n' | 'd'>): number {
  return Number((n * 10n ** 12n) / d) / 10 ** 10;
}

/** Whether it is made of so many that too few of them say little. */
function isCounted({ measure }: Kpi): boolean {
  return measure.kind === 'share' || measure.kind === 'spread';
}

/** Of several currencies one is drawn, and named. */
function commonOf(
  { kpi, totals, cut }: Pick<Figure, 'kpi' | 'totals' | 'cut'>,
  currency: string,
): Pick<Chart, 'title' | 'unit' | 'good'> {
  const name = figureName({ kpi, cut });
  const title = totals.length > 1 ? `${name}, ${currency} alone` : name;
  return { title, unit: unitOf(kpi, currency), good: kpi.good };
}

function unitOf({ measure }: Kpi, currency: string): Unit {
  if (isRate(measure)) return { kind: 'percent' };
  if (measure.kind === 'spread')
    return { kind: ({ ms: 'hours', s: 'seconds', days: 'days' } as const)[measure.unit] };
  if (measure.unit === 'money') return { kind: 'money', currency };
  return { kind: 'count', one: measure.unit === 'unit' ? 'piece' : measure.unit };
}

function valueOfDay({ measure }: Kpi, { n, d }: Pick<Total, 'n' | 'd'>, p50: number | null): number | null {
  if (isRate(measure)) return d === 0n ? null : percentOf({ n, d });
  if (measure.kind === 'spread') return p50 === null ? null : measure.unit === 'ms' ? p50 / hourMs : p50;
  return Number(n);
}
