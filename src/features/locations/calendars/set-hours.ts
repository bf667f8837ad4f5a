import { z } from 'zod';
import type { MutationContext } from '../../../core/runtime/context.ts';
import { mutation } from '../../../core/runtime/operation.ts';
import { Refusal } from '../../../core/runtime/refusal.ts';
import { publicHolidays } from '../../../core/time/holidays.ts';
import { dayIn } from '../../../core/time/time-zone.ts';
import { demandLocation } from '../location/demand-location.ts';
import { lockLocations } from '../location/store.ts';
import { changeLocations } from '../permissions.ts';
import { day, hoursDraft } from './draft-model.ts';
import { business, type CalendarPlace } from './model.ts';
import { deleteDayOff, findCalendars, putDayOff, putEra } from './store.ts';

/** A location by its code; null: the business. */
const whose = z.string().nullable();
/** Sets the working hours that count from a day on; without one, from today on. What was before stays as it was. */
export const setHours = mutation({
  name: 'locations.set-hours',
  permission: changeLocations,
  input: hoursDraft.extend({ code: whose }),
  first: lockLocations,
  async run(ctx, { code, days, opens, closes: until, region, from }) {
    const { place, timeZone } = await placeOf(ctx, code);
    const closes = until === '00:00' ? '24:00' : until;
    if (closes <= opens) throw wrong('closes', `Later than ${opens}; 00:00 is the end of the day.`);
    if (region !== null && !(await publicHolidays(region)))
      throw wrong('region', `I know no holidays of “${region}”.`);
    const today = dayIn(timeZone, ctx.now);
    if (from !== null && from < today)
      throw wrong('from', 'What has passed stays as it was: today or later.');
    const stored = (await findCalendars(ctx.tx, [place])).get(place)?.eras ?? [];
    const begins = from ?? today;
    const before = stored.findLast((era) => era.from === null || era.from <= begins) ?? null;
    const after = { from: begins, timeZone, days: [...new Set(days)].sort(), opens, closes, region };
    await putEra(ctx.tx, place, after);
    return {
      result: { code },
      changes: [
        { subject: subjectOf(place), before: before && { ...before, days: [...before.days] }, after },
      ],
    };
  },
});

/** A day off by hand, or a day on which people work although it is a public holiday. */
export const addDayOff = mutation({
  name: 'locations.add-day-off',
  permission: changeLocations,
  input: z.object({
    code: whose,
    on: day,
    name: z.string('Say what it is.').min(1, 'Say what it is.').max(80, 'At most 80 characters.'),
    works: z.boolean(),
  }),
  first: lockLocations,
  async run(ctx, { code, ...off }) {
    const { place, timeZone } = await placeOf(ctx, code);
    if (off.on < dayIn(timeZone, ctx.now))
      throw wrong('on', 'What has passed stays as it was: today or later.');
    const known = (await findCalendars(ctx.tx, [place])).get(place)?.daysOff.find(({ on }) => on === off.on);
    await putDayOff(ctx.tx, place, off);
    return {
      result: { code },
      changes: [{ subject: subjectOf(place), before: known ? { ...known } : null, after: { ...off } }],
    };
  },
});

export const removeDayOff = mutation({
  name: 'locations.remove-day-off',
  permission: changeLocations,
  input: z.object({ code: whose, on: day }),
  first: lockLocations,
  async run(ctx, { code, on }) {
    const { place, timeZone } = await placeOf(ctx, code);
    if (on < dayIn(timeZone, ctx.now))
      throw new Refusal('conflict', 'That day has passed: it stays as it was.');
    const known = (await findCalendars(ctx.tx, [place])).get(place)?.daysOff.find((one) => one.on === on);
    const removed = await deleteDayOff(ctx.tx, place, on);
    return {
      result: { code },
      changes: removed && known ? [{ subject: subjectOf(place), before: { ...known }, after: null }] : [],
    };
  },
});

async function placeOf(ctx: MutationContext, code: string | null): Promise<CalendarPlace> {
  if (code === null) return { place: business, timeZone: ctx.workspace.timeZone };
  const { id, timeZone } = await demandLocation(ctx.tx, code);
  return { place: id, timeZone };
}

function wrong(field: string, sentence: string): Refusal {
  return new Refusal('invalid', sentence, { fields: { [field]: sentence } });
}

const subjectOf = (place: string) => ({ kind: 'calendar', id: place });
