import { Temporal } from 'temporal-polyfill';
import { eraOn, openOn, type WorkingCalendar, zoneAt } from '../../../core/time/calendar.ts';
import { dayAt, instantAt } from '../../../core/time/wall-clock.ts';
import type { Collection, CollectionException, Coming, Timetable, Wanted } from './model.ts';

/** Days that are looked through: longer than any closure, short enough to say "none" of a forgotten location. */
export const horizonDays = 60;

/**
 * The first of these collections of one location whose cut-off is at or after a moment. It comes on its weekdays while
 * it is valid, but not on a day on which the location does not open; an exception has the last word on its day. Null:
 * none comes within the horizon.
 * @param calendar the location's own: its clocks count
 */
export function nextCollection<C extends Timetable>(
  collections: readonly C[],
  calendar: WorkingCalendar,
  at: Date,
): Coming<C> | null {
  // The day before: clocks of another zone may show it still.
  const first = dayAt(zoneAt(at, calendar), at).subtract({ days: 1 });
  for (let ahead = 0; ahead <= horizonDays; ahead += 1) {
    const coming = collectionsOn(first.add({ days: ahead }).toString(), collections, calendar);
    const found = coming.find(({ cutOffAt }) => cutOffAt >= at);
    if (found) return found;
  }
  return null;
}

/** Those that come on a day such as 2026-11-27, the earliest cut-off first. */
export function collectionsOn<C extends Timetable>(
  day: string,
  collections: readonly C[],
  calendar: WorkingCalendar,
): readonly Coming<C>[] {
  const date = Temporal.PlainDate.from(day);
  const { timeZone } = eraOn(calendar, day);
  const isOpen = openOn(day, calendar) !== null;
  const at = (time: string) => instantAt(timeZone, date.toPlainDateTime(Temporal.PlainTime.from(time)));
  return collections
    .flatMap((collection) => {
      const exception = collection.exceptions.find(({ on }) => on === day) ?? null;
      const times = timesOn(day, date.dayOfWeek, isOpen, collection, exception);
      if (!times) return [];
      const pickUpAt = at(times.pickUp ?? times.cutOff);
      const lateUntil = new Date(pickUpAt.getTime() + collection.lateMarginMin * 60_000);
      return [{ collection, day, cutOffAt: at(times.cutOff), pickUpAt, lateUntil, exception }];
    })
    .toSorted((a, b) => a.cutOffAt.getTime() - b.cutOffAt.getTime());
}

function timesOn(
  day: string,
  weekday: number,
  isOpen: boolean,
  { validFrom, validTo, weekdays, cutOff, pickUp }: Timetable,
  exception: CollectionException | null,
): { readonly cutOff: string; readonly pickUp: string | null } | null {
  if ((validFrom !== null && day < validFrom) || (validTo !== null && day > validTo)) return null;
  if (exception)
    return exception.cutOff === null ? null : { cutOff: exception.cutOff, pickUp: exception.pickUp };
  return isOpen && weekdays.includes(weekday) ? { cutOff, pickUp } : null;
}

/** Those that take a parcel of this carrier and service: of a service not named, only those that take every one. */
export function takenBy<C extends Pick<Collection, 'carrierId' | 'serviceId'>>(
  collections: readonly C[],
  { carrierId, serviceId }: Wanted,
): readonly C[] {
  return collections.filter(
    (one) =>
      (carrierId === null || one.carrierId === carrierId) &&
      (one.serviceId === null || one.serviceId === serviceId),
  );
}
