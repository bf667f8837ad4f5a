import { z } from 'zod';
import type { QueryContext } from '../../../core/runtime/context.ts';
import { query } from '../../../core/runtime/operation.ts';
import { Refusal } from '../../../core/runtime/refusal.ts';
import { codeKey } from '../../../core/text/code-key.ts';
import { eraOn, type WorkingCalendar } from '../../../core/time/calendar.ts';
import { dayIn } from '../../../core/time/time-zone.ts';
import { weekdayOn } from '../../../core/time/weekdays.ts';
import { calendarsOf, locations } from '../../locations/index.ts';
import { listCarriers } from '../carrier/store.ts';
import type { Collection } from '../collection/model.ts';
import { collectionsOn, nextCollection } from '../collection/next-collection.ts';
import { noSuchCollection, whereTheyAre } from '../collection/refusals.ts';
import { listCollections } from '../collection/store.ts';
import { changeCarriers, seeCarriers } from '../permissions.ts';
import { markOf } from './mark.ts';
import type { Choices, Standing, Today } from './model.ts';

export const getCollection = query({
  name: 'carriers.get',
  permission: seeCarriers,
  input: z.object({ id: z.uuid() }),
  async run(ctx, { id }): Promise<Standing> {
    const found = (await standings(ctx)).find(({ collection }) => collection.id === id);
    if (!found) throw new Refusal('not-found', noSuchCollection, { next: whereTheyAre });
    return found;
  },
});

/** What the form for a new collection offers. */
export const getChoices = query({
  name: 'carriers.choices',
  permission: changeCarriers,
  input: z.object({}),
  async run({ scope }): Promise<Choices> {
    const places = (await locations(scope)).filter(({ active }) => active);
    return { places, carriers: await listCarriers(scope) };
  },
});

/** The collections of today that are still to come, the next cut-off first, and those that stay away today. */
export const getToday = query({
  name: 'carriers.today',
  permission: seeCarriers,
  input: z.object({}),
  async run(ctx): Promise<Today> {
    const all = await standings(ctx);
    const at = ({ coming }: Standing) => coming?.cutOffAt.getTime() ?? 0;
    return {
      coming: all.filter(({ coming, today }) => coming?.day === today).toSorted((a, b) => at(a) - at(b)),
      away: all
        .filter(({ awayToday }) => awayToday !== null)
        .toSorted((a, b) => (a.collection.cutOff < b.collection.cutOff ? -1 : 1)),
    };
  },
});

/** All collections and how they stand. */
export async function standings(ctx: Pick<QueryContext, 'scope' | 'now'>): Promise<readonly Standing[]> {
  const [collections, carriers, places] = await Promise.all([
    listCollections(ctx.scope, null),
    listCarriers(ctx.scope),
    locations(ctx.scope),
  ]);
  const used = places.filter(({ id }) => collections.some(({ locationId }) => locationId === id));
  const calendars = await calendarsOf(
    ctx,
    used.map(({ code }) => codeKey(code)),
  );
  return collections.flatMap((collection): readonly Standing[] => {
    const location = used.find(({ id }) => id === collection.locationId);
    const carrier = carriers.find(({ id }) => id === collection.carrierId);
    const calendar = location && calendars.get(codeKey(location.code));
    if (!location || !carrier || !calendar) return [];
    const today = dayIn(location.timeZone, ctx.now);
    const { days, opens, closes } = eraOn(calendar, today);
    return [
      {
        collection,
        location,
        carrier,
        service: carrier.services.find(({ id }) => id === collection.serviceId) ?? null,
        coming: location.active ? nextCollection([collection], calendar, ctx.now) : null,
        today,
        hours: { opens, closes },
        awayToday: location.active ? awayOn(today, collection, calendar) : null,
        closedDays: collection.weekdays.filter((day) => !days.includes(day)),
        mark: markOf(collection),
      },
    ];
  });
}

/** Null: it comes on that day, or the day is none of its own. */
function awayOn(day: string, collection: Collection, calendar: WorkingCalendar): string | null {
  const { weekdays, validFrom, validTo, exceptions } = collection;
  const isValid = (validFrom === null || validFrom <= day) && (validTo === null || day <= validTo);
  const weekday = weekdayOn(day);
  const isIts = isValid && weekdays.includes(weekday) && eraOn(calendar, day).days.includes(weekday);
  if (!isIts || collectionsOn(day, [collection], calendar).length > 0) return null;
  return exceptions.find(({ on }) => on === day)?.why ?? calendar.holidayOn(day) ?? 'closed';
}
