import { z } from 'zod';
import type { MutationContext } from '../../../core/runtime/context.ts';
import { mutation } from '../../../core/runtime/operation.ts';
import { atInput, Refusal } from '../../../core/runtime/refusal.ts';
import { publicHolidays } from '../../../core/time/holidays.ts';
import { day } from '../../../core/time/shapes.ts';
import { dayIn } from '../../../core/time/time-zone.ts';
import type { JsonObject } from '../../../core/tokens/json.ts';
import { demandLocation } from '../location/demand-location.ts';
import { changedSince } from '../location/refusals.ts';
import { lockLocations } from '../location/store.ts';
import { changeLocations } from '../permissions.ts';
import { dayOffName, hoursDraft } from './draft-model.ts';
import { markOf } from './mark.ts';
import { business, type StoredEra } from './model.ts';
import { deleteDayOff, deleteEra, findCalendars, putDayOff, putEra } from './store.ts';

/** The place that a form was opened over: a location by its code, or null for the business, and how it stood then. */
const opened = { code: z.string().nullable(), mark: z.string() };

/** Sets the working hours that count from a day on; without one, from today on. What was before stays as it was. */
export const setHours = mutation({
  name: 'locations.set-hours',
  permission: changeLocations,
  // What the form's own shape has read is given here.
  input: z.object({ ...opened, ...hoursDraft.shape, days: z.array(z.int().min(1).max(7)).min(1) }),
  first: lockLocations,
  async run(ctx, { code, mark, days, opens, closes: until, region, from }) {
    const { place, timeZone, calendar } = await standing(ctx, code, mark);
    const closes = until === '00:00' ? '24:00' : until;
    if (closes <= opens) throw atInput('closes', `Later than ${opens}; 00:00 is the end of the day.`);
    if (region !== null && !(await publicHolidays(region)))
      throw atInput('region', `I know no holidays of “${region}”.`);
    const today = dayIn(timeZone, ctx.now);
    const begins = from ?? today;
    if (begins < today) throw atInput('from', 'What has passed stays as it was: today or later.');
    const before = calendar.eras.findLast((era) => era.from === null || era.from <= begins) ?? null;
    const after = { from: begins, timeZone, days: [...new Set(days)].sort(), opens, closes, region };
    if (before && sameHours(before, after)) return { result: { code }, changes: [] };
    await putEra(ctx.tx, place, after);
    return { result: { code }, changes: [change(place, before && told(before), after)] };
  },
});

/** Takes back hours that were to begin on a day to come. */
export const removeHours = mutation({
  name: 'locations.remove-hours',
  permission: changeLocations,
  input: z.object({ code: z.string().nullable(), from: day }),
  first: lockLocations,
  async run(ctx, { code, from }) {
    const { place, timeZone, calendar } = await standing(ctx, code, null);
    if (from <= dayIn(timeZone, ctx.now))
      throw new Refusal('conflict', 'Those hours count already: set others from today on.');
    const known = calendar.eras.find((era) => era.from === from);
    if (known) await deleteEra(ctx.tx, place, from);
    return { result: { code }, changes: known ? [change(place, told(known), null)] : [] };
  },
});

/** A day off by hand, or a day on which people work although it is a public holiday. */
export const addDayOff = mutation({
  name: 'locations.add-day-off',
  permission: changeLocations,
  input: z.object({ code: opened.code, on: day, name: dayOffName, works: z.boolean() }),
  first: lockLocations,
  async run(ctx, { code, ...off }) {
    const { place, timeZone, calendar } = await standing(ctx, code, null);
    if (off.on < dayIn(timeZone, ctx.now))
      throw atInput('on', 'What has passed stays as it was: today or later.');
    const known = calendar.daysOff.find(({ on }) => on === off.on) ?? null;
    if (known && known.name === off.name && known.works === off.works)
      return { result: { code }, changes: [] };
    await putDayOff(ctx.tx, place, off);
    return { result: { code }, changes: [change(place, known && { ...known }, { ...off })] };
  },
});

export const removeDayOff = mutation({
  name: 'locations.remove-day-off',
  permission: changeLocations,
  input: z.object({ code: opened.code, on: day }),
  first: lockLocations,
  async run(ctx, { code, on }) {
    const { place, timeZone, calendar } = await standing(ctx, code, null);
    if (on < dayIn(timeZone, ctx.now))
      throw new Refusal('conflict', 'That day has passed: it stays as it was.');
    const known = calendar.daysOff.find((one) => one.on === on);
    if (known) await deleteDayOff(ctx.tx, place, on);
    return { result: { code }, changes: known ? [change(place, { ...known }, null)] : [] };
  },
});

/** The place as it stands; refuses when it is not as `mark` says. */
async function standing(ctx: MutationContext, code: string | null, mark: string | null) {
  const location = code === null ? null : await demandLocation(ctx.tx, code);
  const place = location?.id ?? business;
  const stored = (await findCalendars(ctx.tx, [place])).get(place);
  if (mark !== null && markOf(location, stored) !== mark) throw new Refusal('conflict', changedSince(code));
  const timeZone = location?.timeZone ?? ctx.workspace.timeZone;
  return { place, timeZone, calendar: stored ?? { eras: [], daysOff: [] } };
}

function sameHours(a: StoredEra, b: StoredEra): boolean {
  return JSON.stringify(told({ ...a, from: null })) === JSON.stringify(told({ ...b, from: null }));
}

function told({ from, timeZone, days, opens, closes, region }: StoredEra) {
  return { from, timeZone, days: [...days], opens, closes, region };
}

function change(place: string, before: JsonObject | null, after: JsonObject | null) {
  return { subject: { kind: 'calendar', id: place }, before, after };
}
