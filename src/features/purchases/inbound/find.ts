import { readerOf } from '../../../cases/reader.ts';
import { type Finder, mostFound } from '../../../core/declare/finder.ts';
import { holds } from '../../../core/runtime/actor.ts';
import { count } from '../../../core/text/sentence.ts';
import { giveDates, readPurchases } from '../permissions.ts';
import { inboundPage } from './list.ts';
import { findOrders, getOrderNames } from './orders.ts';
import { inboundList } from './views.ts';

/** Purchase orders for "find anything". */
export const finder: Finder = {
  kind: 'purchase order',
  searches: 'numbers of purchase orders',
  permission: readPurchases,
  async find(ctx, text) {
    const found = await findOrders.call(ctx, { text, limit: mostFound + 1 });
    return found.map(({ id, name, supplier, lines, open }) => ({
      kind: 'purchase order',
      id,
      title: `${name}${supplier ? ` from ${supplier}` : ''}: ${open} of ${count(lines, 'line')} on the way`,
      exact: true,
    }));
  },
  async title(ctx, id) {
    const [one] = await getOrderNames.call(ctx, { ids: [id] });
    return one?.name ?? null;
  },
  async stands(ctx, ids) {
    const all = await getOrderNames.call(ctx, { ids: [...ids] });
    return new Map(
      all.map(({ id, open }) => [id, open === 0 ? 'nothing more to come' : `${open} on the way`]),
    );
  },
  async show(ctx, id) {
    const [one] = await getOrderNames.call(ctx, { ids: [id] });
    if (!one) return null;
    const page = await inboundPage.call(ctx, { show: 'all', by: 'order', of: id, after: null });
    return inboundList(page, readerOf(ctx), holds(ctx.actor, giveDates));
  },
};
