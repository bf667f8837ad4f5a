import { capitalized } from '../../../core/text/sentence.ts';
import { calendarDay } from '../../../core/time/spans.ts';
import type { Kpi } from '../../../core/tokens/fact.ts';
import { beforeWords } from '../days/against.ts';
import type { Days } from '../days/model.ts';
import { isAll } from '../days/period.ts';
import type { Figure } from '../figure/model.ts';
import { isSimple } from '../figure/rules.ts';
import { changeWords, daysWords, whenWords } from './words.ts';

/** By whose calendar, and since when anything was told; null: nothing was. */
export interface Told {
  readonly today: string;
  readonly since: string | null;
  readonly now: Date;
}

/** ", data since 31 Oct": nothing was told of the first of these days; empty: of all of them, or of none. */
export function sinceWords({ from, to }: Days, since: string | null, now: Date): string {
  if (since === null || since <= from || since >= to || isAll({ from, to })) return '';
  return `, data since ${calendarDay(new Date(since), now)}`;
}

/** "28 Aug to 26 Nov, data since 31 Oct". */
export function daysTold(days: Days, since: string | null, now: Date): string {
  return `${daysWords(days, now)}${sinceWords(days, since, now)}`;
}

/** "28 Aug to 26 Nov, data since 31 Oct"; of what goes on at a moment that. */
export function whenTold(kpi: Kpi, days: Days, { today, since, now }: Told): string {
  const isMoment = kpi.measure.kind === 'standing';
  return `${whenWords(kpi, days, today, now)}${isMoment ? '' : sinceWords(days, since, now)}`;
}

/** "Orders promised for 28 Aug to 26 Nov, data since 31 Oct": what was counted. */
export function countedWords(kpi: Kpi, days: Days, told: Told): string {
  const { measure, anchor, counted, facts } = kpi;
  const when = whenTold(kpi, days, told);
  const what = capitalized(counted ?? `${facts.one}s`);
  if (measure.kind === 'standing') return `${what} ${when}`;
  if (measure.kind === 'lasting') return `${capitalized(when)}, ${anchor.words}`;
  return `${what} ${anchor.words} ${when}`;
}

/**
 * "up 2.3 points on the 30 days before, better", "up 3.0 % since the end of 27 Oct"; where there is nothing, or too little, to hold
 * it against, that: "no data for the 30 days before". `isNamed`: what it is held against is not said already. Null: one of the two
 * has no value.
 */
export function againstBefore(now: Figure, before: Figure, told: Told, isNamed = true): string | null {
  const { kpi, days } = now;
  const { since, today } = told;
  const hasNone = since !== null && since >= before.days.to;
  const change = (against: string) => changeWords(now, before, { today, against });
  if (kpi.measure.kind === 'standing') {
    const when = whenWords(kpi, before.days, today, told.now);
    return hasNone ? `no data ${when}` : change(isNamed ? when.replace(/^at /, ' since ') : '');
  }
  const against = beforeWords(days, before.days);
  if (hasNone) return `no data for ${against}`;
  if (since === null || since <= before.days.from) return change(isNamed ? ` on ${against}` : '');
  // A count of fewer days is smaller: that says nothing.
  if (isSimple(kpi.measure))
    return `not compared: of ${against} there is data since ${calendarDay(new Date(since), told.now)} only`;
  return change(` on ${daysWords({ ...before.days, from: since }, told.now)}`);
}
