import { after } from '../../../core/declare/follow.ts';
import { worksTogether } from '../../../core/declare/work.ts';
import { parcelsTold } from '../../orders/index.ts';
import { effectsOf } from '../keeping/effects.ts';
import { numbersNamed } from '../keeping/number-store.ts';
import { foldOrdered, foldWithOrders, tellOrdersOf } from '../keeping/order-work.ts';
import { enterNaming, seriesNaming } from '../keeping/said-store.ts';
import { refold } from '../keeping/tell.ts';
import { shipmentWatch } from '../watching/shipment-watch.ts';

/** Shipments follow what their orders say of them, within seconds. Most shops name no order beside a parcel. */
export const followOrders = after(parcelsTold, {
  name: 'shipments.follow-orders',
  async follow({ tx }, { keys, orders }) {
    const named = (await enterNaming(tx)) ? orders : [];
    return { changes: [], work: foldWithOrders(keys, named) };
  },
});

export const orderedHandler = worksTogether(foldOrdered, async (ctx, pieces) => {
  const keys = [...new Set(pieces.flatMap(({ data }) => data.keys))];
  const orders = [...new Set(pieces.flatMap(({ data }) => data.orders))];
  const tracked = keys.length > 0 ? await numbersNamed(ctx.tx, keys) : [];
  const naming = orders.length > 0 ? await seriesNaming(ctx.tx, orders) : [];
  const series = new Set([...tracked.map(({ seriesId }) => seriesId), ...naming]);
  if (series.size === 0) return { changes: [] };
  const told = await refold(ctx, [...series]);
  const ids = told.changed.map(({ after: { id } }) => id);
  const { changes, facts } = effectsOf(told);
  // Also of rows that stay as they are: an order may have taken another of their numbers.
  const work = [...series].map((id) => tellOrdersOf.on(id, {}));
  return { changes, facts, work, notifications: await shipmentWatch.follow(ctx, ids) };
});
