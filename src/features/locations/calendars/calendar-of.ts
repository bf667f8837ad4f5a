import type { QueryContext } from '../../../core/runtime/context.ts';
import { calendarFrom, officeWeek, type WorkingCalendar } from '../../../core/time/calendar.ts';
import { type PublicHolidays, publicHolidays } from '../../../core/time/holidays.ts';
import { findLocation } from '../location/store.ts';
import { business, type DayOff, type StoredCalendar, type StoredEra } from './model.ts';
import { findCalendars } from './store.ts';

/**
 * When people work at a location, named by its code; null or an unknown code: in the business. A location without hours of
 * its own keeps the business's by its own clocks, and its days off besides its own; a business without any works from
 * Monday to Friday, nine to five.
 */
export async function calendarOf(
  { scope, workspace }: Pick<QueryContext, 'scope' | 'workspace'>,
  location: string | null,
): Promise<WorkingCalendar> {
  const found = location === null ? null : await findLocation(scope, location);
  const place = found?.id ?? business;
  const calendars = await findCalendars(scope, [place, business]);
  return await calendarFor(
    calendars.get(place),
    calendars.get(business),
    found?.timeZone ?? workspace.timeZone,
  );
}

/** `own` before `ofBusiness`; the latter for a location that has no hours of its own. */
export async function calendarFor(
  own: StoredCalendar | undefined,
  ofBusiness: StoredCalendar | undefined,
  timeZone: string,
): Promise<WorkingCalendar> {
  const eras = erasFor(own, ofBusiness, timeZone);
  const hasOwn = (own?.eras.length ?? 0) > 0;
  const daysOff = [...(own?.daysOff ?? []), ...(hasOwn ? [] : (ofBusiness?.daysOff ?? []))];
  const regions = new Map<string, PublicHolidays | null>();
  for (const { region } of eras) if (region) regions.set(region, await publicHolidays(region));
  return calendarFrom(eras, holidays(eras, daysOff, regions));
}

function erasFor(
  own: StoredCalendar | undefined,
  ofBusiness: StoredCalendar | undefined,
  timeZone: string,
): readonly StoredEra[] {
  // What was before the first hours that anybody set.
  const first = { from: null, ...officeWeek(timeZone), region: null };
  if (own?.eras.length) return [first, ...own.eras];
  return [first, ...(ofBusiness?.eras ?? []).map((era) => ({ ...era, timeZone }))];
}

function holidays(
  eras: readonly StoredEra[],
  daysOff: readonly DayOff[],
  regions: ReadonlyMap<string, PublicHolidays | null>,
): WorkingCalendar['holidayOn'] {
  return (day) => {
    const byHand = daysOff.find(({ on }) => on === day);
    if (byHand) return byHand.works ? null : byHand.name;
    const region = eras.findLast(({ from }) => from === null || from <= day)?.region;
    return (region && regions.get(region)?.(day)) || null;
  };
}
