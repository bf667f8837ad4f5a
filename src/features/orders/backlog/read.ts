import { z } from 'zod';
import { query } from '../../../core/runtime/operation.ts';
import { Refusal } from '../../../core/runtime/refusal.ts';
import { didYouMean, namedIn } from '../../../core/text/names.ts';
import { freshnessOf } from '../../feeds/index.ts';
import { locations } from '../../locations/index.ts';
import { readOrders } from '../permissions.ts';
import { clockOf } from './bounds.ts';
import type { Backlog } from './model.ts';
import { cellsOf, countStopped } from './store.ts';

/** What is to be sent, by stage and due, of one location (by its code) or of all. */
export const getBacklog = query({
  name: 'orders.backlog',
  permission: readOrders,
  input: z.object({ at: z.string().nullable() }),
  async run(ctx, { at }): Promise<Backlog> {
    const { scope, now, workspace } = ctx;
    const places = await locations(scope);
    const place = at === null ? null : (places.find(({ code }) => code === at) ?? null);
    if (at !== null && !place) throw new Refusal('not-found', `There is no location ${at}.`);
    const clock = await clockOf(ctx);
    const [cells, stops, heard] = await Promise.all([
      cellsOf(scope, clock, place?.id ?? null),
      countStopped(scope, now, place?.id ?? null),
      freshnessOf(scope, 'orders'),
    ]);
    // The bound of orders without a location has no cut-off.
    const own = clock.bounds.filter(({ locationId }) =>
      place ? locationId === place.id : locationId !== null,
    );
    const coming = own
      .flatMap(({ cutOffAt, locationId }) => (cutOffAt ? [{ at: cutOffAt, locationId }] : []))
      .toSorted((a, b) => a.at.getTime() - b.at.getTime());
    const [first] = coming;
    const zone = places.find(({ id }) => id === first?.locationId)?.timeZone ?? workspace.timeZone;
    const isOfAll = coming.at(-1)?.at.getTime() === first?.at.getTime();
    const cutOff = first ? { at: first.at, timeZone: zone, isOfAll } : null;
    return { at: place && { code: place.code, name: place.name }, cells, cutOff, ...stops, heard };
  },
});

/** The code of the location that words mean; null without words. */
export const placeMeant = query({
  name: 'orders.place-meant',
  permission: readOrders,
  input: z.object({ text: z.string() }),
  async run({ scope }, { text }): Promise<string | null> {
    if (text.trim() === '') return null;
    const { exact, like } = namedIn(await locations(scope), ({ code, name }) => [code, name], text.trim());
    const [only] = exact;
    if (only) return only.code;
    const [near] = like;
    if (near && like.length === 1) return near.code;
    throw new Refusal('not-found', `There is no location ${text.trim().slice(0, 60)}.`, {
      next: near ? didYouMean(like.map(({ name }) => name)) : '`/ops location` lists them.',
    });
  },
});
