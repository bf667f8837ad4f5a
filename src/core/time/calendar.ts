import { Temporal } from 'temporal-polyfill';
import { dayAt, instantAt } from './wall-clock.ts';

/** When people work. */
export interface WorkingCalendar {
  /** IANA name. */
  readonly timeZone: string;
  /** Days of the week: 1 is Monday, 7 is Sunday. */
  readonly days: readonly number[];
  /** Wall clock there, such as 09:00. */
  readonly from: string;
  /** Later than `from`; at most 24:00. */
  readonly until: string;
  /** Days off, such as 2026-12-25. */
  readonly holidays: readonly string[];
}

/** Monday to Friday, nine to five. */
export function officeHours(timeZone: string): WorkingCalendar {
  return { timeZone, days: [1, 2, 3, 4, 5], from: '09:00', until: '17:00', holidays: [] };
}

/** True within the day's working hours; their last moment is excluded. */
export function isWorkingTime(at: Date, calendar: WorkingCalendar): boolean {
  const hours = hoursOf(dayAt(calendar.timeZone, at), calendar);
  return hours !== null && at >= hours.opens && at < hours.closes;
}

/**
 * The moment after so many working hours: Friday 16:00 plus four is Monday 12:00. An end that falls on the end of a day
 * stays there instead of moving to the next morning. Throws for negative hours, and for a calendar without working
 * days.
 */
export function addWorkingHours(start: Date, hours: number, calendar: WorkingCalendar): Date {
  if (!(hours >= 0)) throw new Error(`${hours} is not a number of working hours.`);
  let left = hours * hourMs;
  let idle = 0;
  for (let day = dayAt(calendar.timeZone, start); ; day = day.add({ days: 1 })) {
    const open = hoursOf(day, calendar);
    const from = open && Math.max(start.getTime(), open.opens.getTime());
    const room = open && from !== null ? open.closes.getTime() - from : 0;
    if (from !== null && room > 0 && left <= room) return new Date(from + left);
    left -= Math.max(room, 0);
    idle = room > 0 ? 0 : idle + 1;
    if (idle > mostIdleDays) throw new Error(`Nobody works for more than a year after ${day}.`);
  }
}

const hourMs = 3_600_000;
const mostIdleDays = 400;

/** The working hours of a day; null: a day off. */
function hoursOf(day: Temporal.PlainDate, { timeZone, days, from, until, holidays }: WorkingCalendar) {
  if (holidays.includes(day.toString()) || !days.includes(day.dayOfWeek)) return null;
  const at = (time: string) =>
    instantAt(
      timeZone,
      time === '24:00'
        ? day.add({ days: 1 }).toPlainDateTime()
        : day.toPlainDateTime(Temporal.PlainTime.from(time)),
    );
  return { opens: at(from), closes: at(until) };
}
