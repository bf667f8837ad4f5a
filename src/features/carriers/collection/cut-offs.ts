import type { Scope } from '../../../core/runtime/database.ts';
import type { WorkingCalendar } from '../../../core/time/calendar.ts';
import type { Coming } from './model.ts';
import { collectionsOn, horizonDays, takenBy } from './next-collection.ts';
import { listCollections } from './store.ts';

const dayMs = 86_400_000;

/** When trucks come at every location of a shop. */
export interface CutOffs {
  /**
   * The first collection there whose cut-off is at or after the moment and that takes the service; null: any that takes
   * every service. Null: none comes within 60 days.
   */
  next(locationId: string, serviceId: string | null, at: Date): Coming | null;
}

/** For whoever asks about many orders: each day is worked out once. `calendarOf`: of a location, by its id. */
export async function cutOffs(
  scope: Scope,
  calendarOf: (locationId: string) => WorkingCalendar,
): Promise<CutOffs> {
  const all = await listCollections(scope, null);
  const days = new Map<string, readonly Coming[]>();
  const comingOn = (day: string, locationId: string, serviceId: string | null): readonly Coming[] => {
    const key = `${day} ${locationId} ${serviceId}`;
    const known = days.get(key);
    if (known) return known;
    const here = all.filter((one) => one.locationId === locationId);
    const coming = collectionsOn(day, takenBy(here, { carrierId: null, serviceId }), calendarOf(locationId));
    days.set(key, coming);
    return coming;
  };
  const places = new Set(all.map(({ locationId }) => locationId));
  return {
    next(locationId, serviceId, at) {
      if (!places.has(locationId)) return null;
      // The day before: clocks of another zone may show it still.
      for (let ahead = -1; ahead <= horizonDays; ahead += 1) {
        const day = new Date(at.getTime() + ahead * dayMs).toISOString().slice(0, 10);
        const found = comingOn(day, locationId, serviceId).find(({ cutOffAt }) => cutOffAt >= at);
        if (found) return found;
      }
      return null;
    },
  };
}

/** What a cut-off closes. */
export interface CutOff {
  readonly locationId: string;
  readonly cutOffAt: Date;
}

/** The cut-offs of a day such as 2026-11-27 at locations, by their ids, whatever carrier and service they are for. */
export async function cutOffsByDay(
  scope: Scope,
  calendars: ReadonlyMap<string, WorkingCalendar>,
): Promise<(day: string) => readonly CutOff[]> {
  const all = await listCollections(scope, [...calendars.keys()]);
  const places = [...calendars].map(([locationId, calendar]) => ({
    locationId,
    calendar,
    collections: all.filter((one) => one.locationId === locationId),
  }));
  return (day) =>
    places.flatMap(({ locationId, calendar, collections }) =>
      collectionsOn(day, collections, calendar).map(({ cutOffAt }) => ({ locationId, cutOffAt })),
    );
}
