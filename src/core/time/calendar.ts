import { Temporal } from 'temporal-polyfill';
import { dayAt, instantAt } from './wall-clock.ts';

/** A week's working hours. */
export interface WorkingWeek {
  /** IANA name. */
  readonly timeZone: string;
  /** Days of the week: 1 is Monday, 7 is Sunday. */
  readonly days: readonly number[];
  /** Wall clock there, such as 09:00. */
  readonly opens: string;
  /** Later than `opens`; at most 24:00. */
  readonly closes: string;
}

/** The hours that count from a day on, such as 2026-12-01; null: from the beginning. */
export interface Era extends WorkingWeek {
  readonly from: string | null;
}

/** When people work: what changed counts from its day on. */
export interface WorkingCalendar {
  /** The earliest first. */
  readonly eras: readonly Era[];
  /** Why nobody works on a day such as 2026-12-25: the holiday's name. Null: it is no holiday. */
  holidayOn(day: string): string | null;
}

/** Monday to Friday, nine to five. */
export function officeHours(timeZone: string): WorkingCalendar {
  return calendarFrom([{ from: null, ...officeWeek(timeZone) }]);
}

export function officeWeek(timeZone: string): WorkingWeek {
  return { timeZone, days: [1, 2, 3, 4, 5], opens: '09:00', closes: '17:00' };
}

/** The eras in their order; the first counts for the time before it too. */
export function calendarFrom(
  eras: readonly Era[],
  holidayOn: WorkingCalendar['holidayOn'] = () => null,
): WorkingCalendar {
  const ordered = eras.toSorted((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : 1));
  return { eras: ordered, holidayOn };
}

/** The hours that count on a day such as 2026-12-01. Throws for a calendar without any. */
export function eraOn({ eras }: WorkingCalendar, day: string): Era {
  const era = eras.findLast(({ from }) => from === null || from <= day) ?? eras[0];
  if (!era) throw new Error('This calendar has no hours.');
  return era;
}

/** True within the day's working hours; their last moment is excluded. */
export function isWorkingTime(at: Date, calendar: WorkingCalendar): boolean {
  return openSpan(at, calendar) !== null;
}

/** The working hours that this moment lies in; null: nobody works then. */
export function openSpan(at: Date, calendar: WorkingCalendar): { opens: Date; closes: Date } | null {
  const hours = daysAround(at, calendar).map((day) => hoursOf(day, calendar));
  return hours.find((one) => one !== null && at >= one.opens && at < one.closes) ?? null;
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
  let latest = start.getTime();
  for (let day = firstDay(start, calendar); ; day = day.add({ days: 1 })) {
    const open = hoursOf(day, calendar);
    // After a change of zone a day may begin before the one before it has ended.
    const from = open && Math.max(latest, open.opens.getTime());
    const room = open && from !== null ? open.closes.getTime() - from : 0;
    if (from !== null && room > 0 && left <= room) return new Date(from + left);
    left -= Math.max(room, 0);
    if (open && room > 0) latest = open.closes.getTime();
    idle = room > 0 ? 0 : idle + 1;
    if (idle > mostIdleDays) throw new Error(`Nobody works for more than a year after ${day}.`);
  }
}

/** When the working day after this moment's day opens: "the next working day". */
export function nextOpening(after: Date, calendar: WorkingCalendar): Date {
  const first = firstDay(after, calendar);
  for (let ahead = 0; ahead <= mostIdleDays; ahead += 1) {
    const day = first.add({ days: ahead });
    const open = hoursOf(day, calendar);
    // After a change of zone, today is what that day's clocks show.
    const today = dayAt(eraOn(calendar, day.toString()).timeZone, after);
    if (open && open.opens > after && day.toString() > today.toString()) return open.opens;
  }
  throw new Error(`Nobody works for more than a year after ${first}.`);
}

/** The working hours of a day such as 2026-12-01; null: a day off. */
export function openOn(day: string, calendar: WorkingCalendar): { opens: Date; closes: Date } | null {
  return hoursOf(Temporal.PlainDate.from(day), calendar);
}

const hourMs = 3_600_000;
const mostIdleDays = 400;

/** The zone of the hours that count then. */
export function zoneAt(at: Date, calendar: WorkingCalendar): string {
  const day = dayAt('UTC', at).toString();
  return eraOn(calendar, day).timeZone;
}

/** No zone is a whole day away from UTC. */
function firstDay(at: Date, calendar: WorkingCalendar): Temporal.PlainDate {
  const day = dayAt(zoneAt(at, calendar), at);
  return calendar.eras.length === 1 ? day : day.subtract({ days: 1 });
}

function daysAround(at: Date, calendar: WorkingCalendar): readonly Temporal.PlainDate[] {
  const day = firstDay(at, calendar);
  return calendar.eras.length === 1 ? [day] : [0, 1, 2].map((days) => day.add({ days }));
}

function hoursOf(day: Temporal.PlainDate, calendar: WorkingCalendar) {
  const { timeZone, days, opens, closes } = eraOn(calendar, day.toString());
  if (!days.includes(day.dayOfWeek) || calendar.holidayOn(day.toString()) !== null) return null;
  const at = (time: string) =>
    instantAt(
      timeZone,
      time === '24:00'
        ? day.add({ days: 1 }).toPlainDateTime()
        : day.toPlainDateTime(Temporal.PlainTime.from(time)),
    );
  const hours = { opens: at(opens), closes: at(closes) };
  // Clocks can skip the hours of a short day, and a zone that moves over the date line a whole day.
  const isThere = hours.opens < hours.closes && dayAt(timeZone, hours.opens).equals(day);
  return isThere ? hours : null;
}
