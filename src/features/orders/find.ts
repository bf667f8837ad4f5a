import { z } from 'zod';
import { type Finder, mostFound } from '../../core/declare/finder.ts';
import { mentionsOf } from '../../core/declare/mention.ts';
import { query } from '../../core/runtime/operation.ts';
import { numberKey } from '../../core/text/code-key.ts';
import { dayIn } from '../../core/time/time-zone.ts';
import { dayWords } from '../../core/time/weekdays.ts';
import { readOrders } from './permissions.ts';
import { orderCard, orderStages, ordersBeginning, ordersNumbered } from './store.ts';
import { orderMessage, stageWords, standing } from './views.ts';

export const findOrders = query({
  name: 'orders.find',
  permission: readOrders,
  input: z.object({ text: z.string() }),
  async run({ scope }, { text }) {
    const key = numberKey(text);
    if (key === '' || key.length > 100) return [];
    // An order that kept the key of an earlier release, because another has this one, is found by its own spelling.
    const numbered = await ordersNumbered(
      scope,
      [...new Set([key, text.trim().toUpperCase()])],
      mostFound + 1,
    );
    if (numbered.length > 0) return numbered.map((hit) => ({ ...hit, exact: true }));
    // Fewer than three characters begin half of all numbers.
    const beginning = key.length < 3 ? [] : await ordersBeginning(scope, key, mostFound + 1);
    return beginning.map((hit) => ({ ...hit, exact: false }));
  },
});

export const getOrder = query({
  name: 'orders.get',
  permission: readOrders,
  input: z.object({ id: z.uuid() }),
  run: async ({ scope }, { id }) => await orderCard(scope, id),
});

/** The stage of each of these orders; orders that no longer exist are left out. */
export const getStages = query({
  name: 'orders.stages',
  permission: readOrders,
  input: z.object({ ids: z.array(z.uuid()).max(100) }),
  run: async ({ scope }, { ids }) => await orderStages(scope, ids),
});

/** Orders for "find anything". */
export const finder: Finder = {
  kind: 'order',
  searches: 'order numbers',
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
    return order && `Order ${order.number}`;
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
    return order && orderMessage(order, { now: ctx.now, timeZone: ctx.actor.timeZone }, mentions.get(id));
  },
};
