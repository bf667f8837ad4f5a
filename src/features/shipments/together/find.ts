import { readerOf } from '../../../cases/reader.ts';
import type { Finder } from '../../../core/declare/finder.ts';
import { holds } from '../../../core/runtime/actor.ts';
import { count } from '../../../core/text/sentence.ts';
import { sumsWords } from '../lanes/words.ts';
import { listPage } from '../parcels/list.ts';
import { parcelList } from '../parcels/list-views.ts';
import { everything } from '../parcels/model.ts';
import { raiseManyPermission, readShipments } from '../permissions.ts';
import { togetherCode } from './model.ts';
import { sumsTogether } from './read.ts';

/** For the cards of issues about whole lists, which show how many of their parcels are left; nobody searches them. */
export const togetherFinder: Finder = {
  kind: 'Parcels',
  searches: 'nothing by text',
  permission: readShipments,
  find: async () => [],
  async title(ctx, id) {
    const sums = await sumsTogether.call(ctx, { id });
    return sums && count(sums.parcels, 'parcel');
  },
  async stands(ctx, ids) {
    const all = await Promise.all(ids.map(async (id) => [id, await sumsTogether.call(ctx, { id })] as const));
    return new Map(all.flatMap(([id, sums]) => (sums ? [[id, sumsWords(sums)]] : [])));
  },
  async show(ctx, id) {
    const of = togetherCode(id);
    const page = await listPage.call(ctx, { ...everything, show: 'together', of, after: null });
    return page.total === 0 ? null : parcelList(page, readerOf(ctx), holds(ctx.actor, raiseManyPermission));
  },
};
