import { z } from 'zod';
import { query } from '../../../core/runtime/operation.ts';
import { dayIn } from '../../../core/time/time-zone.ts';
import { calendarFor } from '../calendars/calendar-of.ts';
import { business, type DayOff, type StoredEra } from '../calendars/model.ts';
import { type Outlook, outlookFrom } from '../calendars/outlook.ts';
import { findCalendars } from '../calendars/store.ts';
import type { StoredLocation } from '../location/model.ts';
import { unknownLocation } from '../location/refusals.ts';
import { findLocation, listStored } from '../location/store.ts';
import { seeLocations } from '../permissions.ts';

/** A location, or the business, with its hours. */
export interface Place extends Outlook {
  /** Null: the business itself. */
  readonly location: StoredLocation | null;
  readonly timeZone: string;
  /** Its own hours, as they count today; null: it has none. */
  readonly own: StoredEra | null;
  /** Days off by hand that are to come, and days on which people work all the same. */
  readonly byHand: readonly DayOff[];
}

/** The business and its locations, in the shop's order; closed ones last. */
export const listPlaces = query({
  name: 'locations.list',
  permission: seeLocations,
  input: z.object({}),
  async run(ctx): Promise<readonly Place[]> {
    const stored = await listStored(ctx.scope);
    const calendars = await findCalendars(ctx.scope, [business, ...stored.map(({ id }) => id)]);
    const places: Place[] = [];
    for (const location of [null, ...stored])
      places.push(await placeWith(ctx.now, location, ctx.workspace.timeZone, calendars));
    return places;
  },
});

/** A location by its code; null: the business. */
export const getPlace = query({
  name: 'locations.get',
  permission: seeLocations,
  input: z.object({ code: z.string().nullable() }),
  async run(ctx, { code }): Promise<Place> {
    const location = code === null ? null : await findLocation(ctx.scope, code);
    if (code !== null && !location) throw unknownLocation(code);
    const calendars = await findCalendars(ctx.scope, [business, ...(location ? [location.id] : [])]);
    return await placeWith(ctx.now, location, ctx.workspace.timeZone, calendars);
  },
});

async function placeWith(
  now: Date,
  location: StoredLocation | null,
  businessZone: string,
  calendars: Awaited<ReturnType<typeof findCalendars>>,
): Promise<Place> {
  const timeZone = location?.timeZone ?? businessZone;
  const own = calendars.get(location?.id ?? business);
  const calendar = await calendarFor(own, calendars.get(business), timeZone);
  const today = dayIn(timeZone, now);
  return {
    location,
    timeZone,
    ...outlookFrom(calendar, timeZone, now),
    own: own?.eras.findLast(({ from }) => from === null || from <= today) ?? null,
    byHand: own?.daysOff.filter(({ on }) => on >= today) ?? [],
  };
}
