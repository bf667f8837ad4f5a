import type { QueryContext } from '../../../core/runtime/context.ts';
import { calendarFrom, officeWeek, type WorkingCalendar } from '../../../core/time/calendar.ts';
import { type PublicHolidays, publicHolidays } from '../../../core/time/holidays.ts';
import { findLocation, locationsByCode } from '../location/store.ts';
import { business, type StoredCalendar, type StoredEra } from './model.ts';
import { findCalendars } from './store.ts';

/**
 * When people work at a location, named by its code; null or an unknown code: in the business. Until its first own hours
 * begin a location keeps the business's by its own clocks, and its days off besides its own; a business without any works
 * from Monday to Friday, nine to five.
 */
export async function calendarOf(
  { scope, workspace }: Pick<QueryContext, 'scope' | 'workspace'>,
  location: string | null,
): Promise<WorkingCalendar> {
  const found = location === null ? null : await findLocation(scope, location);
  const calendars = await findCalendars(scope, [found?.id ?? business, business]);
  const timeZone = found?.timeZone ?? workspace.timeZone;
  return await calendarFor(found && calendars.get(found.id), calendars.get(business), timeZone);
}

/** The same for locations of these codes, each as a key of `codeKey`, in two statements; unknown ones are absent. */
export async function calendarsOf(
  { scope }: Pick<QueryContext, 'scope'>,
  codes: readonly string[],
): Promise<ReadonlyMap<string, WorkingCalendar>> {
  const found = await locationsByCode(scope, codes);
  const calendars = await findCalendars(scope, [business, ...[...found.values()].map(({ id }) => id)]);
  const ofBusiness = calendars.get(business);
  return new Map(
    await Promise.all(
      [...found].map(
        async ([key, { id, timeZone }]) =>
          [key, await calendarFor(calendars.get(id), ofBusiness, timeZone)] as const,
      ),
    ),
  );
}

/** `own`: what is stored of a location; null or undefined for the business itself. */
export async function calendarFor(
  own: StoredCalendar | null | undefined,
  ofBusiness: StoredCalendar | undefined,
  timeZone: string,
): Promise<WorkingCalendar> {
  const eras = erasFor(own, ofBusiness, timeZone);
  const regions = new Map<string, PublicHolidays | null>();
  for (const { region } of eras) if (region) regions.set(region, await publicHolidays(region));
  const ownFrom = own?.eras[0]?.from ?? null;
  return calendarFrom(eras, (day) => {
    const isOwn = ownFrom !== null && day >= ownFrom;
    const daysOff = [...(own?.daysOff ?? []), ...(isOwn ? [] : (ofBusiness?.daysOff ?? []))];
    const byHand = daysOff.find(({ on }) => on === day);
    if (byHand) return byHand.works ? null : byHand.name;
    const { region } = eraAmong(eras, day);
    return (region && regions.get(region)?.(day)) || null;
  });
}

/** The hours of a place in their order, the business's before its own. */
export function erasFor(
  own: StoredCalendar | null | undefined,
  ofBusiness: StoredCalendar | undefined,
  timeZone: string,
): readonly StoredEra[] {
  // What was before the first hours that anybody set.
  const first = { from: null, ...officeWeek(timeZone), region: null };
  const ownFrom = own?.eras[0]?.from ?? null;
  const shared = (ofBusiness?.eras ?? []).filter(({ from }) => !ownFrom || !from || from < ownFrom);
  return [first, ...shared.map((era) => ({ ...era, timeZone })), ...(own?.eras ?? [])];
}

/** The hours of these that count on a day. */
export function eraAmong(eras: readonly StoredEra[], day: string): StoredEra {
  const era = eras.findLast(({ from }) => from === null || from <= day);
  if (!era) throw new Error('The first hours of a place count from the beginning.');
  return era;
}
