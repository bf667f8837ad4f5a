import type { MutationContext } from '../../../core/runtime/context.ts';
import { addWorkingHours, type WorkingCalendar } from '../../../core/time/calendar.ts';
import { calendarOf } from '../../locations/index.ts';

/** The deadline for a decision. */
export async function expiryFrom(
  ctx: MutationContext,
  start: Date,
  { hours, location }: { readonly hours: number; readonly location: string | null },
): Promise<Date> {
  return addWorkingHours(start, hours, await calendarOf(ctx, location));
}

const quarterHours = 0.25;
/** A longer silence counts as one working week. */
const mostHours = 40;

/** The working hours between two moments, rounded down to quarters. */
export function workingHoursBetween(from: Date, until: Date, calendar: WorkingCalendar): number {
  let hours = 0;
  while (hours < mostHours && addWorkingHours(from, hours + quarterHours, calendar) <= until)
    hours += quarterHours;
  return hours;
}
