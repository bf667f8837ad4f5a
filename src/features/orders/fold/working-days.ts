import { Temporal } from 'temporal-polyfill';
import { openOn, type WorkingCalendar } from '../../../core/time/calendar.ts';

/** How far days are looked for, one by one. */
export const mostDaysAhead = 400;

/** Null: nobody works on so many days within a year. */
export function workingDaysAfter(day: string, days: number, calendar: WorkingCalendar): string | null {
  let left = days;
  let date = Temporal.PlainDate.from(day);
  for (let ahead = 0; left > 0; ahead += 1) {
    if (ahead > mostDaysAhead) return null;
    date = date.add({ days: 1 });
    if (openOn(date.toString(), calendar) !== null) left -= 1;
  }
  return date.toString();
}

/** How many days are worked after a day, to the end of another. */
export function workingDaysTo(from: string, to: string, calendar: WorkingCalendar): number {
  let days = 0;
  const last = Temporal.PlainDate.from(to);
  let date = Temporal.PlainDate.from(from).add({ days: 1 });
  for (let ahead = 0; ahead <= mostDaysAhead && Temporal.PlainDate.compare(date, last) <= 0; ahead += 1) {
    if (openOn(date.toString(), calendar) !== null) days += 1;
    date = date.add({ days: 1 });
  }
  return days;
}

/** The last day after which so many days are worked by the end of another; null: none within a year. */
export function workingDaysBefore(by: string, days: number, calendar: WorkingCalendar): string | null {
  let left = days;
  let date = Temporal.PlainDate.from(by);
  for (let back = 0; left > 0; back += 1) {
    if (back > mostDaysAhead) return null;
    if (openOn(date.toString(), calendar) !== null) left -= 1;
    date = date.subtract({ days: 1 });
  }
  return date.toString();
}
