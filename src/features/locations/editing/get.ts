import { z } from 'zod';
import { query } from '../../../core/runtime/operation.ts';
import { dayIn } from '../../../core/time/time-zone.ts';
import { calendarFor } from '../calendars/calendar-of.ts';
import { business } from '../calendars/model.ts';
import { outlookFrom } from '../calendars/outlook.ts';
import { findCalendars } from '../calendars/store.ts';
import { demandLocation } from '../location/demand-location.ts';
import type { StoredLocation } from '../location/model.ts';
import { listStored } from '../location/store.ts';
import { seeLocations } from '../permissions.ts';
import type { Place } from './model.ts';

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
    const location = code === null ? null : await demandLocation(ctx.scope, code);
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
