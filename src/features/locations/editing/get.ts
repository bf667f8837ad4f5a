import { z } from 'zod';
import { mentionsOf } from '../../../core/declare/mention.ts';
import type { Context } from '../../../core/runtime/context.ts';
import { query } from '../../../core/runtime/operation.ts';
import { isWorkingTime } from '../../../core/time/calendar.ts';
import { dayIn } from '../../../core/time/time-zone.ts';
import { calendarFor, eraAmong, erasFor } from '../calendars/calendar-of.ts';
import { markOf } from '../calendars/mark.ts';
import { business, type StoredCalendar } from '../calendars/model.ts';
import { daysOffFrom, stateAt } from '../calendars/outlook.ts';
import { findCalendars } from '../calendars/store.ts';
import { demandLocation } from '../location/demand-location.ts';
import type { StoredLocation } from '../location/model.ts';
import { listStored } from '../location/store.ts';
import { seeLocations } from '../permissions.ts';
import type { Closures, Place, PlaceLine, Places } from './model.ts';

type Calendars = ReadonlyMap<string, StoredCalendar>;

/** The business and the first of its locations, in the shop's order; closed ones last. */
export const listPlaces = query({
  name: 'locations.list',
  permission: seeLocations,
  input: z.object({ limit: z.int().min(1) }),
  async run({ scope, workspace, now }, { limit }): Promise<Places> {
    const stored = await listStored(scope);
    const calendars = await findCalendars(scope, [business, ...stored.map(({ id }) => id)]);
    let open = 0;
    for (const { id, timeZone, active } of stored) {
      if (!active) continue;
      const calendar = await calendarFor(calendars.get(id), calendars.get(business), timeZone);
      if (isWorkingTime(now, calendar)) open += 1;
    }
    const shown: PlaceLine[] = [];
    for (const location of stored.slice(0, limit)) shown.push(await lineOf(now, location, '', calendars));
    return {
      business: await lineOf(now, null, workspace.timeZone, calendars),
      shown,
      total: stored.length,
      open,
    };
  },
});

/** The days on which locations are closed within a week although they work on such days, the next first. */
export const getClosures = query({
  name: 'locations.closures',
  permission: seeLocations,
  input: z.object({ days: z.int().min(1) }),
  async run({ scope, now }, { days }): Promise<Closures> {
    const stored = (await listStored(scope)).filter(({ active }) => active);
    const calendars = await findCalendars(scope, [business, ...stored.map(({ id }) => id)]);
    const found = new Map<string, { readonly day: string; readonly name: string; places: string[] }>();
    for (const { id, name: place, timeZone } of stored) {
      const calendar = await calendarFor(calendars.get(id), calendars.get(business), timeZone);
      for (const { day, name } of daysOffFrom(calendar, timeZone, now, days)) {
        const one = found.get(`${day} ${name}`) ?? { day, name, places: [] };
        one.places.push(place);
        found.set(`${day} ${name}`, one);
      }
    }
    return { of: stored.length, days: [...found.values()].toSorted((a, b) => (a.day < b.day ? -1 : 1)) };
  },
});

/** A location by its code; null: the business. */
export const getPlace = query({
  name: 'locations.get',
  permission: seeLocations,
  input: z.object({ code: z.string().nullable() }),
  async run({ scope, workspace, now }, { code }): Promise<Place> {
    const location = code === null ? null : await demandLocation(scope, code);
    const calendars = await findCalendars(scope, [business, ...(location ? [location.id] : [])]);
    const line = await lineOf(now, location, workspace.timeZone, calendars);
    const own = calendars.get(location?.id ?? business);
    const eras = erasFor(location && own, calendars.get(business), line.timeZone);
    const calendar = await calendarFor(location && own, calendars.get(business), line.timeZone);
    const today = dayIn(line.timeZone, now);
    return {
      ...line,
      later: eras
        .filter(({ from }) => from !== null && from > today)
        .map((era) => ({ ...era, own: own?.eras.some(({ from }) => from === era.from) ?? false })),
      isOwn: own?.eras.some(({ from }) => from === null || from <= today) ?? false,
      daysOff: daysOffFrom(calendar, line.timeZone, now),
      byHand: own?.daysOff.filter(({ on }) => on >= today) ?? [],
      mark: markOf(location, own),
    };
  },
});

/** The same, with what other features say of it. */
export async function mentionedPlace(ctx: Context, code: string | null) {
  const place = await getPlace.call(ctx, { code });
  const id = place.location?.id;
  return { place, mentions: id ? (await mentionsOf(ctx, 'location', [{ id }])).get(id) : [] };
}

async function lineOf(
  now: Date,
  location: StoredLocation | null,
  businessZone: string,
  calendars: Calendars,
): Promise<PlaceLine> {
  const timeZone = location?.timeZone ?? businessZone;
  const own = location && calendars.get(location.id);
  const calendar = await calendarFor(own, calendars.get(business), timeZone);
  const era = eraAmong(erasFor(own, calendars.get(business), timeZone), dayIn(timeZone, now));
  return { location, timeZone, era, ...stateAt(calendar, timeZone, now) };
}
