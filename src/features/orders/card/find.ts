import { readerOf } from '../../../cases/reader.ts';
import type { Finder } from '../../../core/declare/finder.ts';
import { mentionsOf } from '../../../core/declare/mention.ts';
import { holds } from '../../../core/runtime/actor.ts';
import { dayIn } from '../../../core/time/time-zone.ts';
import { dayWords } from '../../../core/time/weekdays.ts';
import { findOrders, getOrder, getStages } from '../order/look-up.ts';
import { actOnOrders, readOrders } from '../permissions.ts';
import { nameOf, orderMessage } from './views.ts';
import { stageWords, standing } from './words.ts';

/** Orders for "find anything". */
export const finder: Finder = {
  kind: 'order',
  searches: "order numbers, tracking numbers and customers' references",
  permission: readOrders,
  async find(ctx, text) {
    const found = await findOrders.call(ctx, { text });
    const placed = (at: Date) => dayWords(dayIn(ctx.actor.timeZone, at), ctx.now);
    return found.map(({ id, number, channel, kind, stage, placedAt, exact }) => ({
      kind: 'order',
      id,
      title: `${number} (${channel}), ${placed(placedAt)}: ${kind === 'credit' ? 'a credit' : stageWords[stage]}`,
      exact,
    }));
  },
  async title(ctx, id) {
    const order = await getOrder.call(ctx, { id });
    return order && nameOf(order);
  },
  async stands(ctx, ids) {
    const orders = await getStages.call(ctx, { ids: [...ids] });
    return new Map(orders.map((order) => [order.id, standing(order)]));
  },
  async show(ctx, id) {
    const [order, mentions] = await Promise.all([
      getOrder.call(ctx, { id }),
      mentionsOf(ctx, 'order', [{ id }]),
    ]);
    return order && orderMessage(order, readerOf(ctx), mentions.get(id), holds(ctx.actor, actOnOrders));
  },
};
