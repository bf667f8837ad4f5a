import { addWorkingHours, officeHours, type WorkingCalendar } from '../../core/calendar.ts';
import type { MutationContext } from '../../core/context.ts';
import { zoneOfLocation } from '../stock/location-zone.ts';

/** Office hours on the clock of the location, or of the shop where there is none. */
export async function calendarOf(ctx: MutationContext, location: string | null): Promise<WorkingCalendar> {
  const there = location === null ? null : await zoneOfLocation(ctx.tx, location);
  return officeHours(there ?? ctx.workspace.timeZone);
}

/** Until when it waits for a decision. */
export async function expiryFrom(
  ctx: MutationContext,
  start: Date,
  { hours, location }: { readonly hours: number; readonly location: string | null },
): Promise<Date> {
  return addWorkingHours(start, hours, await calendarOf(ctx, location));
}
