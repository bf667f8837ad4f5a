import type { MutationContext } from '../../../core/runtime/context.ts';
import { addWorkingHours, officeHours, type WorkingCalendar } from '../../../core/time/calendar.ts';
import { zoneOfLocation } from '../../locations/index.ts';

/** Office hours in the time zone of the location, or of the shop where there is none. */
export async function calendarOf(ctx: MutationContext, location: string | null): Promise<WorkingCalendar> {
  const there = location === null ? null : await zoneOfLocation(ctx.tx, location);
  return officeHours(there ?? ctx.workspace.timeZone);
}

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
