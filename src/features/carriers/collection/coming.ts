import { z } from 'zod';
import type { QueryContext } from '../../../core/runtime/context.ts';
import { query } from '../../../core/runtime/operation.ts';
import { codeKey } from '../../../core/text/code-key.ts';
import type { WorkingCalendar } from '../../../core/time/calendar.ts';
import { calendarOf, locations } from '../../locations/index.ts';
import { listCarriers } from '../carrier/store.ts';
import { seeCarriers } from '../permissions.ts';
import type { Collection, Coming } from './model.ts';
import { nextCollection, takenBy } from './next-collection.ts';
import { listCollections } from './store.ts';

/** What `nextCollection` asks for at a location. */
export interface CollectionsOf {
  readonly collections: readonly Collection[];
  readonly calendar: WorkingCalendar;
}

/** The collections of a location, named by its code, with its calendar: for whoever asks about many orders. */
export async function collectionsOf(
  ctx: Pick<QueryContext, 'scope' | 'workspace'>,
  location: string,
): Promise<CollectionsOf> {
  const key = codeKey(location);
  const place = (await locations(ctx.scope)).find(({ code }) => codeKey(code) === key);
  return {
    collections: place ? await listCollections(ctx.scope, [place.id]) : [],
    calendar: await calendarOf(ctx, location),
  };
}

/**
 * The first collection at a location whose cut-off is at or after a moment and that takes this carrier's service, all
 * named by their codes. Null: none comes within 60 days.
 */
export const comingCollection = query({
  name: 'carriers.coming',
  permission: seeCarriers,
  input: z.object({
    location: z.string(),
    /** Null: any that takes every service. */
    carrier: z.string().nullable(),
    service: z.string().nullable(),
    at: z.date(),
  }),
  async run(ctx, { location, at, ...named }): Promise<Coming | null> {
    const { collections, calendar } = await collectionsOf(ctx, location);
    if (named.carrier === null)
      return nextCollection(takenBy(collections, { carrierId: null, serviceId: null }), calendar, at);
    const key = codeKey(named.carrier);
    const carrier = (await listCarriers(ctx.scope)).find(({ code }) => code === key);
    if (!carrier) return null;
    const serviceKey = named.service === null ? null : codeKey(named.service);
    const serviceId = carrier.services.find(({ code }) => code === serviceKey)?.id ?? null;
    return nextCollection(takenBy(collections, { carrierId: carrier.id, serviceId }), calendar, at);
  },
});
