import { readerOf } from '../../../cases/reader.ts';
import type { Finder } from '../../../core/declare/finder.ts';
import { readShipments } from '../permissions.ts';
import { disruptionName } from './disruption-words.ts';
import { getBurst, getDisruption } from './list.ts';
import { burstMessage, disruptedMessage } from './views.ts';
import { burstName, sumsWords } from './words.ts';

/** For the cards of their issues, which show how many parcels are left; nobody searches them. */
export const laneFinders: readonly Finder[] = [
  {
    kind: 'Lane',
    searches: 'nothing by text',
    permission: readShipments,
    find: async () => [],
    async title(ctx, id) {
      const burst = await getBurst.call(ctx, { id });
      return burst && burstName(burst.of);
    },
    async stands(ctx, ids) {
      const all = await Promise.all(ids.map(async (id) => [id, await getBurst.call(ctx, { id })] as const));
      return new Map(all.flatMap(([id, burst]) => (burst ? [[id, sumsWords(burst.sums)]] : [])));
    },
    async show(ctx, id) {
      const burst = await getBurst.call(ctx, { id });
      return burst && burstMessage(burst);
    },
  },
  {
    kind: 'Disruption',
    searches: 'nothing by text',
    permission: readShipments,
    find: async () => [],
    async title(ctx, id) {
      const found = await getDisruption.call(ctx, { id });
      return found && disruptionName(found.of);
    },
    async stands(ctx, ids) {
      const all = await Promise.all(
        ids.map(async (id) => [id, await getDisruption.call(ctx, { id })] as const),
      );
      return new Map(
        all.flatMap(([id, one]) =>
          one ? [[id, one.sums.parcels === 0 ? 'no parcel in trouble yet' : sumsWords(one.sums)]] : [],
        ),
      );
    },
    async show(ctx, id) {
      const found = await getDisruption.call(ctx, { id });
      return found && disruptedMessage(found, readerOf(ctx));
    },
  },
];
