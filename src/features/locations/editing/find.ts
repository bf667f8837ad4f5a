import { z } from 'zod';
import { readerOf } from '../../../cases/reader.ts';
import type { Finder } from '../../../core/declare/finder.ts';
import { holds } from '../../../core/runtime/actor.ts';
import { query } from '../../../core/runtime/operation.ts';
import { codeKey } from '../../../core/text/code-key.ts';
import type { StoredLocation } from '../location/model.ts';
import { listStored } from '../location/store.ts';
import { changeLocations, seeLocations } from '../permissions.ts';
import { mentionedPlace } from './get.ts';
import { nameOf, placeCard } from './views.ts';

/** Those with this code or name, however they are written, or with one of these ids. A shop has a few hundred at most. */
export const findPlaces = query({
  name: 'locations.find',
  permission: seeLocations,
  input: z.union([z.object({ text: z.string() }), z.object({ ids: z.array(z.string()) })]),
  async run({ scope }, wanted): Promise<readonly StoredLocation[]> {
    const all = await listStored(scope);
    if ('ids' in wanted) return all.filter(({ id }) => wanted.ids.includes(id));
    const key = codeKey(wanted.text);
    return all.filter(({ code, name }) => codeKey(code) === key || codeKey(name) === key);
  },
});

/** Locations for "find anything". */
export const finder: Finder = {
  kind: 'location',
  permission: seeLocations,
  async find(ctx, text) {
    const found = await findPlaces.call(ctx, { text });
    return found.map((one) => ({
      kind: 'location',
      id: one.id,
      title: nameOf({ location: one }),
      exact: true,
    }));
  },
  async title(ctx, id) {
    const [location] = await findPlaces.call(ctx, { ids: [id] });
    return location ? nameOf({ location }) : null;
  },
  async show(ctx, id) {
    const [location] = await findPlaces.call(ctx, { ids: [id] });
    if (!location) return null;
    const { place, mentions } = await mentionedPlace(ctx, location.code);
    return placeCard(place, holds(ctx.actor, changeLocations), readerOf(ctx), mentions);
  },
};
