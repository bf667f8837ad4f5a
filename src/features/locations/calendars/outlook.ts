import type { Temporal } from 'temporal-polyfill';
import { eraOn, openOn, openSpan, type WorkingCalendar } from '../../../core/time/calendar.ts';
import { dayAt } from '../../../core/time/wall-clock.ts';
import type { OpenState } from './model.ts';

/** Days ahead that are looked through. */
const horizon = 370;
const mostDaysOff = 5;

/** Whether it is open, and until or from when. */
export function stateAt(calendar: WorkingCalendar, timeZone: string, now: Date): OpenState {
  const open = openSpan(now, calendar);
  return { openUntil: open?.closes ?? null, opensAt: open ? null : opensAfter(calendar, timeZone, now) };
}

/** The next days off that would be working days, of so many days. */
export function daysOffFrom(calendar: WorkingCalendar, timeZone: string, now: Date, days = horizon) {
  const found: { readonly day: string; readonly name: string }[] = [];
  for (const day of daysFrom(dayAt(timeZone, now), days)) {
    const name = calendar.holidayOn(day.toString());
    if (name !== null && eraOn(calendar, day.toString()).days.includes(day.dayOfWeek))
      found.push({ day: day.toString(), name });
    if (found.length === mostDaysOff) break;
  }
  return found;
}

function opensAfter(calendar: WorkingCalendar, timeZone: string, now: Date): Date | null {
  // The day before: hours of another zone may lie in it.
  for (const day of daysFrom(dayAt(timeZone, now).subtract({ days: 1 }))) {
    const open = openOn(day.toString(), calendar);
    if (open && open.opens > now) return open.opens;
  }
  return null;
}

function* daysFrom(first: Temporal.PlainDate, days = horizon): Generator<Temporal.PlainDate> {
  for (let ahead = 0; ahead < days; ahead += 1) yield first.add({ days: ahead });
}
