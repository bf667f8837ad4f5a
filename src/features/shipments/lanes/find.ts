import { readerOf } from '../../../cases/reader.ts';
import type { Finder } from '../../../core/declare/finder.ts';
import { holds } from '../../../core/runtime/actor.ts';
import type { Context } from '../../../core/runtime/context.ts';
import type { Message } from '../../../core/tokens/reply.ts';
import { disruptionName } from '../disrupted/names.ts';
import { listPage } from '../parcels/list.ts';
import { parcelList } from '../parcels/list-views.ts';
import { everything } from '../parcels/model.ts';
import { burstName } from '../parcels/words.ts';
import { raiseManyPermission, readShipments } from '../permissions.ts';
import { standingWords } from './disruption-words.ts';
import { getBurst, getDisruption } from './list.ts';
import { burstCode, disruptionCode } from './rules.ts';
import { sumsWords } from './words.ts';

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
      return burst && (await troubled(ctx, burstCode(id)));
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
        all.flatMap(([id, one]) => (one ? [[id, standingWords(one.of, one.sums, one.beside)]] : [])),
      );
    },
    async show(ctx, id) {
      const found = await getDisruption.call(ctx, { id });
      return found && (await troubled(ctx, disruptionCode(id)));
    },
  },
];

/** The parcels in trouble of a disruption or a burst, by what a button carries for it: a list as any other. */
async function troubled(ctx: Context, of: string): Promise<Message> {
  const page = await listPage.call(ctx, { ...everything, show: 'in trouble', of, after: null });
  return parcelList(page, readerOf(ctx), holds(ctx.actor, raiseManyPermission));
}
