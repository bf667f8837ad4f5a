import { z } from 'zod';
import { readerOf } from '../../../cases/reader.ts';
import { type Finder, mostFound } from '../../../core/declare/finder.ts';
import { holds } from '../../../core/runtime/actor.ts';
import { query } from '../../../core/runtime/operation.ts';
import { type Named, namedIn } from '../../../core/text/names.ts';
import type { StoredLocation } from '../location/model.ts';
import { listStored } from '../location/store.ts';
import { changeLocations, seeLocations } from '../permissions.ts';
import { mentionedPlace } from './get.ts';
import { nameOf, placeCard } from './views.ts';

/** Those of this code or name, or of one like it, or with one of these ids. A shop has a few hundred at most. */
export const findPlaces = query({
  name: 'locations.find',
  permission: seeLocations,
  input: z.union([z.object({ text: z.string() }), z.object({ ids: z.array(z.string()) })]),
  async run({ scope }, wanted): Promise<Named<StoredLocation>> {
    const all = await listStored(scope);
    if ('ids' in wanted) return { exact: all.filter(({ id }) => wanted.ids.includes(id)), like: [] };
    return namedIn(all, ({ code, name }) => [code, name], wanted.text);
  },
});

/** Locations for "find anything". */
export const finder: Finder = {
  kind: 'location',
  searches: 'locations',
  permission: seeLocations,
  async find(ctx, text) {
    const { exact, like } = await findPlaces.call(ctx, { text });
    return [...exact, ...like].slice(0, mostFound + 1).map((one) => ({
      kind: 'location',
      id: one.id,
      title: nameOf({ location: one }),
      exact: exact.includes(one),
    }));
  },
  async title(ctx, id) {
    const [location] = (await findPlaces.call(ctx, { ids: [id] })).exact;
    return location ? nameOf({ location }) : null;
  },
  async show(ctx, id) {
    const [location] = (await findPlaces.call(ctx, { ids: [id] })).exact;
    if (!location) return null;
    const { place, mentions } = await mentionedPlace(ctx, location.code);
    return placeCard(place, holds(ctx.actor, changeLocations), readerOf(ctx), mentions);
  },
};
