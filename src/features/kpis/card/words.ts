import { money } from '../../../core/text/money.ts';
import { number } from '../../../core/text/quantity.ts';
import { count, listOf } from '../../../core/text/sentence.ts';
import { calendarDay } from '../../../core/time/spans.ts';
import { addDays } from '../../../core/time/weekdays.ts';
import type { Kpi } from '../../../core/tokens/fact.ts';
import type { Days } from '../days/model.ts';
import { isAll } from '../days/period.ts';
import type { Cut, Figure, Part, Total } from '../figure/model.ts';
import { fewest, isRate, isSimple, permille, wilson } from '../figure/rules.ts';
import { durationWords, hourMs, pointsWords } from '../figure/words.ts';

/** What is printed of a figure, or of a part of one. */
export type Said = Pick<Figure, 'totals' | 'spread'>;

/** "94.1 %", "1,204 orders", "€12.50 and ¥300", "half within 26.4 h": the same everywhere. Null: no data. */
export function valueWords(kpi: Kpi, said: Said): string | null {
  const value = shortValueWords(kpi, said);
  return value === null || kpi.measure.kind !== 'spread' ? value : `half within ${value}`;
}

/** The same under a head that says what it is. */
export function shortValueWords({ measure }: Kpi, { totals, spread }: Said): string | null {
  const [total] = totals;
  if (!total) return null;
  if (isRate(measure)) return total.d === 0n ? null : `${pointsWords(permille(total.n, total.d))} %`;
  if (measure.kind === 'spread') return spread?.p50 == null ? null : durationWords(measure.unit, spread.p50);
  if (measure.unit === 'money') return listOf(totals.map(({ n, currency }) => money(n, currency)));
  return count(Number(total.n), measure.unit === 'unit' ? 'piece' : measure.unit);
}

/** "86.2 % at worst (22 not delivered yet)": what it may still come down to; null: it is final, or no share. */
export function pendingWords({ measure, pending }: Kpi, { totals, excluded }: Figure): string | null {
  const [total] = totals;
  const rows = excluded.find(({ why }) => why === pending)?.rows ?? 0;
  if (measure.kind !== 'share' || !total || total.d === 0n || rows === 0) return null;
  const worst = pointsWords(permille(total.n, total.d + BigInt(rows)));
  return `${worst} % at worst (${number(rows)} ${pending})`;
}

/** "1,204 of 1,280", "1,204 counted, mean 30.2 h, give or take 12.1 h, nine in ten within 52.0 h": what stands behind the value. */
export function behindWords({ measure }: Kpi, { totals, spread }: Said): string | null {
  const [total] = totals;
  if (!total) return null;
  if (measure.kind === 'share') return `${number(Number(total.n))} of ${number(Number(total.d))}`;
  if (measure.kind === 'lasting')
    return `${durationWords('ms', Number(total.n))} of ${durationWords('ms', Number(total.d))}`;
  if (measure.kind !== 'spread' || total.d === 0n) return null;
  const { mean = null, sd = null } = spread ?? {};
  const within = withinWords({ measure }, { spread });
  return [
    `${number(Number(total.d))} counted`,
    ...(mean === null ? [] : [`mean ${durationWords(measure.unit, mean)}`]),
    ...(sd === null ? [] : [`give or take ${durationWords(measure.unit, sd)}`]),
    ...(within === null ? [] : [within]),
  ].join(', ');
}

/** "nine in ten within 52.0 h", "95 % within 9.0 s"; null: of no durations. */
export function withinWords(
  { measure }: Pick<Kpi, 'measure'>,
  { spread }: Pick<Said, 'spread'>,
): string | null {
  if (measure.kind !== 'spread' || !spread) return null;
  const most = spread[measure.most ?? 'p90'];
  if (most === null) return null;
  return `${measure.most ? '95 %' : 'nine in ten'} within ${durationWords(measure.unit, most)}`;
}

/** "likely between 82.6 % and 94.5 %", of a share of few; null: it is of enough, or no share. */
export function intervalWords({ measure }: Kpi, { totals }: Said): string | null {
  const [total] = totals;
  if (measure.kind !== 'share' || !total || total.d >= 100n) return null;
  const range = wilson(total.n, total.d);
  if (!range) return null;
  const percent = (share: number) => `${(share * 100).toFixed(1)} %`;
  return `${total.d < BigInt(fewest) ? 'too few to judge' : 'few'}: likely between ${percent(range.low)} and ${percent(range.high)}`;
}

/**
 * "up 2.3 points, better", "down 12.0 %", "as before": the change as it is printed; of days of which something may still come
 * "up 2.3 points so far". Null: one of the two has no data.
 */
export function changeWords(
  now: Figure,
  before: Figure,
  { today, against = '' }: { readonly today: string; readonly against?: string },
): string | null {
  const { kpi, days } = now;
  const change = changeOf(kpi, now, before);
  if (change === null) return null;
  const { by, unit } = change;
  if (by === 0n) return 'as before';
  const size = by < 0n ? -by : by;
  const isBetter = (kpi.good === 'up') === by > 0n;
  const judged = isStillOpen(kpi, days, today)
    ? ' so far'
    : kpi.good === null
      ? ''
      : isBetter
        ? ', better'
        : ', worse';
  return `${by > 0n ? 'up' : 'down'} ${pointsWords(size)} ${unit}${against}${judged}`;
}

/** Whether something may still come of these days by itself. */
export function isStillOpen({ openDays = 0, measure }: Kpi, days: Days, today: string): boolean {
  return days.to > addDays(today, -openDays) && measure.kind !== 'standing' && !isAll(days);
}

function changeOf(
  { measure }: Kpi,
  now: Said,
  before: Said,
): { readonly by: bigint; readonly unit: string } | null {
  const [one, other] = [now.totals[0], before.totals[0]];
  if (!one || !other || now.totals.length > 1 || before.totals.length > 1) return null;
  if (isRate(measure))
    return one.d === 0n || other.d === 0n
      ? null
      : { by: permille(one.n, one.d) - permille(other.n, other.d), unit: 'points' };
  if (isSimple(measure))
    return other.n <= 0n || one.currency !== other.currency
      ? null
      : { by: permille(one.n, other.n) - 1_000n, unit: '%' };
  const [p50, past] = [now.spread?.p50 ?? null, before.spread?.p50 ?? null];
  if (p50 === null || past === null) return null;
  const size = { ms: hourMs, s: 1, days: 1 }[measure.unit];
  const tenths = (of: number) => BigInt(Math.round((of / size) * 10));
  return { by: tenths(p50) - tenths(past), unit: { ms: 'h', s: 's', days: 'days' }[measure.unit] };
}

/** "26 Nov", "28 Oct to 26 Nov": days, the last included. "all days": none of them has anything. */
export function daysWords({ from, to }: Days, now: Date): string {
  if (isAll({ from, to })) return 'all days';
  const [first, end] = [new Date(from), new Date(to)];
  const last = new Date(end.getTime() - 86_400_000);
  if (last <= first) return calendarDay(first, now);
  const isOneYear = first.getUTCFullYear() === last.getUTCFullYear();
  const shown = isOneYear ? calendarDay(first, last) : calendarDay(first, now);
  return `${shown} to ${calendarDay(last, now)}`;
}

/** "26 Nov", "28 Oct to 26 Nov"; of what goes on at a moment that: "at the end of 26 Nov", "now". */
export function whenWords({ measure }: Kpi, { from, to }: Days, today: string, now: Date): string {
  if (measure.kind !== 'standing') return daysWords({ from, to }, now);
  if (to > today) return 'now';
  return `at the end of ${daysWords({ from: addDays(to, -1), to }, now)}`;
}

/** A value of a dimension; where nobody says it, that. */
export function partWords({ value, name = value }: Pick<Part, 'value' | 'name'>, dimension: string): string {
  return value === '' ? `no ${dimension} told` : name;
}

const shownReasons = 5;

/** "left out: 31 not delivered yet, 2 test"; null: nothing is. */
export function leftOutWords({ excluded }: Pick<Figure, 'excluded'>): string | null {
  if (excluded.length === 0) return null;
  return `left out: ${excluded
    .slice(0, shownReasons)
    .map(({ why, rows }) => `${number(rows)} ${why}`)
    .join(', ')}`;
}

/** "carrier DHL", "no carrier told": what a figure is cut down to. */
export function cutWords({ facts }: Kpi, cut: Cut): string {
  const title = facts.dimensions.find(({ name }) => name === cut.dimension)?.title ?? cut.dimension;
  return cut.value === '' ? partWords(cut, title) : `${title} ${partWords(cut, title)}`;
}

/** "On-time delivery", "On-time delivery, country FR". */
export function figureName({ kpi, cut }: Pick<Figure, 'kpi' | 'cut'>): string {
  return cut === null ? kpi.name : `${kpi.name}, ${cutWords(kpi, cut)}`;
}

export function isNothing({ totals }: Said): boolean {
  return totals.every(({ n, d }: Total) => n === 0n && d === 0n);
}

/** "handed over by ship-by, of those due"; once its meaning has changed, with the number of the meaning. */
export function formulaWords({ formula, version }: Kpi): string {
  return version === 1 ? formula : `${formula} (definition ${version})`;
}
