import { Temporal } from 'temporal-polyfill';
import { openOn, type WorkingCalendar } from '../calendar.ts';
import { instantAt } from '../wall-clock.ts';
import { addDays } from '../weekdays.ts';
import type { CalendarRule } from './rule.ts';

/** Moments in (after, until], the oldest first, each once and at most so many. */
export interface MomentSpan {
  readonly after: Date;
  readonly until: Date;
  readonly limit: number;
}

/** No zone is further from UTC, and what follows a day's end by some minutes is still of that day. */
const dayReachesMs = 18 * 3_600_000;

/** `on`: the moments of a day such as 2026-12-01, as it is where they happen, in any order. */
export function momentsIn(
  { after, until, limit }: MomentSpan,
  on: (day: string) => readonly Date[],
): readonly Date[] {
  const found = new Set<number>();
  let first: readonly number[] = [];
  const last = dayOf(until.getTime() + dayReachesMs);
  for (let day = dayOf(after.getTime() - dayReachesMs - 86_400_000); day <= last; day = addDays(day, 1)) {
    for (const at of on(day)) if (at > after && at <= until) found.add(at.getTime());
    first = [...found].sort((a, b) => a - b).slice(0, limit);
    const ends = Date.parse(addDays(day, 1)) - dayReachesMs;
    if (first.length === limit && (first.at(-1) ?? 0) < ends) break;
  }
  return first.map((at) => new Date(at));
}

/** On a day: the times of a rule that follows working days. Clocks of `timeZone` count. */
export function workingDayTimes(
  { days, times }: Extract<CalendarRule, { on: 'working-day' }>,
  timeZone: string,
  calendar: WorkingCalendar,
): (day: string) => readonly Date[] {
  const isWorked = (day: string) => openOn(day, calendar) !== null;
  return (day) => {
    if (!isWorked(day)) return [];
    const date = Temporal.PlainDate.from(day);
    const others = (from: number, to: number) =>
      Array.from({ length: to - from + 1 }, (_, n) => date.with({ day: from + n }).toString());
    const isMeant =
      days.includes('*') ||
      (days.includes('1') && !others(1, date.day - 1).some(isWorked)) ||
      (days.includes('L') &&
        !others(date.day + 1, date.daysInMonth)
          .reverse()
          .some(isWorked));
    if (!isMeant) return [];
    return times.map((time) => instantAt(timeZone, date.toPlainDateTime(Temporal.PlainTime.from(time))));
  };
}

function dayOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}
