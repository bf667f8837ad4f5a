import type { Temporal } from 'temporal-polyfill';
import { eraOn, isWorkingTime, openOn, type WorkingCalendar } from '../../../core/time/calendar.ts';
import { dayAt } from '../../../core/time/wall-clock.ts';
import type { Outlook } from './model.ts';

/** Days ahead that are looked through for days off. */
const horizon = 370;

export function outlookFrom(calendar: WorkingCalendar, timeZone: string, now: Date): Outlook {
  const today = dayAt(timeZone, now);
  const days = Array.from({ length: horizon }, (_, n) => today.add({ days: n }));
  const opening = days
    .map((day) => openOn(day.toString(), calendar))
    .find((open) => open && open.opens > now);
  const open = isWorkingTime(now, calendar) ? openOn(today.toString(), calendar) : null;
  return {
    era: eraOn(calendar, today.toString()),
    later: calendar.eras.filter(({ from }) => from !== null && from > today.toString()),
    openUntil: open?.closes ?? null,
    opensAt: opening?.opens ?? null,
    daysOff: days.flatMap((day) => offOn(day, calendar)).slice(0, mostDaysOff),
  };
}

const mostDaysOff = 5;

function offOn(day: Temporal.PlainDate, calendar: WorkingCalendar) {
  const name = calendar.holidayOn(day.toString());
  const isWorkday = eraOn(calendar, day.toString()).days.includes(day.dayOfWeek);
  return name !== null && isWorkday ? [{ day: day.toString(), name }] : [];
}
