import { z } from 'zod';
import { mutation, query } from '../../../core/runtime/operation.ts';
import { wheres } from '../../watches/index.ts';
import { demandOrder, readOrder } from '../order/look-up.ts';
import { readOrders, watchOrders } from '../permissions.ts';
import { orderWatch } from './order-watch.ts';
import type { WatchedOrder } from './rules.ts';
import { holdOrder } from './store.ts';

/** Keeps a card of the order up to date, in the person's direct messages or in the channel where they ask. */
export const beginWatch = mutation({
  name: 'orders.watch',
  permission: watchOrders,
  input: z.object({ id: z.uuid(), where: z.enum(wheres) }),
  async run(ctx, { id, where }) {
    await holdOrder(ctx.tx, id);
    const order = demandOrder(await readOrder({ scope: ctx.tx, workspace: ctx.workspace }, id));
    const { place, begun, ...effects } = await orderWatch.begin(ctx, id, order, where);
    return { result: { kind: order.kind, number: order.number, place, begun }, ...effects };
  },
});

/** Stops a watch: the card stays as it is and is no longer updated. */
export const stopWatching = mutation({
  name: 'orders.stop-watching',
  permission: watchOrders,
  input: z.object({ id: z.uuid(), place: z.string().max(20) }),
  async run(ctx, { id, place }) {
    const { ended, ...effects } = await orderWatch.stop(ctx, id, place);
    return { result: ended, ...effects };
  },
});

/** A watch with its order as it is now; null when one of them no longer exists. */
export const getWatched = query({
  name: 'orders.watched-card',
  permission: readOrders,
  input: z.object({ id: z.string(), place: z.string() }),
  async run(ctx, { id, place }): Promise<WatchedOrder | null> {
    const found = await orderWatch.find(ctx, id, place);
    return found && { order: found.thing, watcher: found.watch.watcher, endedAt: found.watch.endedAt };
  },
});
