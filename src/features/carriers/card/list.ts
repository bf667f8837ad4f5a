import { z } from 'zod';
import { lists } from '../../../core/declare/lists/listing.ts';
import { pageOf } from '../../../core/declare/lists/page.ts';
import type { QueryContext } from '../../../core/runtime/context.ts';
import { query } from '../../../core/runtime/operation.ts';
import { Refusal } from '../../../core/runtime/refusal.ts';
import type { Cell } from '../../../core/text/csv.ts';
import { didYouMean, namedIn } from '../../../core/text/names.ts';
import { daysWords } from '../../../core/time/weekdays.ts';
import { defineListing, listPageShape } from '../../../core/tokens/listing.ts';
import { pagedShape, placeShape } from '../../../core/tokens/page.ts';
import { locations } from '../../locations/index.ts';
import { listCarriers } from '../carrier/store.ts';
import { whereTheyAre } from '../collection/refusals.ts';
import { seeCarriers } from '../permissions.ts';
import { standings } from './get.ts';
import {
  type CollectionFilter,
  type CollectionPage,
  type PlaceName,
  pageSize,
  type Standing,
} from './model.ts';

const filterShape = z.object({ at: z.string().nullable(), of: z.string().nullable() });

/** A row with its place in the list. */
interface Row extends Standing {
  readonly place: [rank: number, number: number];
}

/** A page of the collections, the next cut-off first. */
export const listPage = query({
  name: 'carriers.list',
  permission: seeCarriers,
  input: pagedShape(filterShape),
  async run(ctx, wanted): Promise<CollectionPage> {
    const all = await placed(ctx);
    const page = await pageOf<Row, CollectionFilter>(wanted, {
      size: pageSize,
      fitting: (filter) => fitting(all, filter),
      placeOf: ({ place }) => place,
    });
    const [first = null] = fitting(all, { ...wanted, after: null });
    const used = new Set(all.map(({ location }) => location.code));
    return {
      ...page,
      first: first?.coming ? first : null,
      carriers: await listCarriers(ctx.scope),
      places: (await locations(ctx.scope)).filter(({ code }) => used.has(code)),
    };
  },
});

/** The filter that a person's words mean: a carrier or a location, by code or name; or a location's by its id. */
export const filterFor = query({
  name: 'carriers.filter',
  permission: seeCarriers,
  input: z.union([z.object({ text: z.string() }), z.object({ location: z.uuid() })]),
  async run({ scope }, wanted): Promise<CollectionFilter> {
    if ('location' in wanted) {
      const named = (await locations(scope)).find(({ id }) => id === wanted.location);
      return { at: named?.code ?? null, of: null };
    }
    const text = wanted.text.trim();
    if (text === '') return { at: null, of: null };
    const namesOf = ({ code, name }: PlaceName) => [code, name];
    const carriers = namedIn(await listCarriers(scope), namesOf, text);
    const places = namedIn(await locations(scope), namesOf, text);
    const [carrier] = carriers.exact;
    if (carrier) return { at: null, of: carrier.code };
    const [place] = places.exact;
    if (place) return { at: place.code, of: null };
    // A list of one that is meant tells whose it is: a slip costs nothing.
    const like = [...carriers.like, ...places.like];
    const [only] = like;
    if (only && like.length === 1)
      return carriers.like.length > 0 ? { at: null, of: only.code } : { at: only.code, of: null };
    throw new Refusal('not-found', `There is no carrier or location ${text}.`, {
      next: only ? didYouMean(like.map(({ name }) => name)) : whereTheyAre,
    });
  },
});

export const listExport = defineListing({
  id: 'carriers.list',
  title: 'Collections',
  one: 'collection',
  filter: filterShape,
});

/** A page of the list as a file. */
export const exportPage = query({
  name: 'carriers.export',
  permission: seeCarriers,
  input: listPageShape(filterShape, placeShape),
  run: async (ctx, { filter, after, limit }) =>
    fitting(await placed(ctx), { ...filter, after }).slice(0, limit),
});

/** Begins after the minute of its next cut-off; those of one minute are told apart by their order of creation. */
async function placed(ctx: QueryContext): Promise<readonly Row[]> {
  const all = await standings(ctx);
  const ids = all.map(({ collection }) => collection.id).sort();
  return all
    .map(
      (one): Row => ({
        ...one,
        place: [
          one.coming ? Math.floor(one.coming.cutOffAt.getTime() / 60_000) : 2_147_483_647,
          ids.indexOf(one.collection.id),
        ],
      }),
    )
    .toSorted((a, b) => compare(a.place, b.place));
}

function fitting(all: readonly Row[], { at, of, after }: CollectionFilter & { after: Row['place'] | null }) {
  return all.filter(
    ({ location, carrier, place }) =>
      (at === null || location.code === at) &&
      (of === null || carrier.code === of) &&
      (after === null || compare(place, after) > 0),
  );
}

function compare([rank, number]: Row['place'], [otherRank, otherNumber]: Row['place']): number {
  return rank - otherRank || number - otherNumber;
}

const columns: Readonly<Record<string, (row: Row) => Cell>> = {
  Location: ({ location }) => location.code,
  Carrier: ({ carrier }) => carrier.code,
  Service: ({ service }) => service?.code ?? null,
  Weekdays: ({ collection }) => daysWords(collection.weekdays),
  'Cut-off': ({ collection }) => collection.cutOff,
  'Pick-up': ({ collection }) => collection.pickUp,
  'Time zone': ({ location }) => location.timeZone,
  'Late margin': ({ collection }) => collection.lateMarginMin,
  'Valid from': ({ collection }) => collection.validFrom,
  'Valid to': ({ collection }) => collection.validTo,
  'Days that differ': ({ collection, today }) =>
    collection.exceptions
      .filter(({ on }) => on >= today)
      .map(({ on, cutOff, why }) => `${on} ${cutOff ?? 'does not come'} (${why})`)
      .join('; ') || null,
  'Next cut-off (UTC)': ({ coming }) => coming?.cutOffAt.toISOString() ?? null,
  'Next pick-up (UTC)': ({ coming }) => coming?.pickUpAt.toISOString() ?? null,
};

export const wholeList = lists(listExport, { page: exportPage, placeOf: ({ place }) => place, columns });
