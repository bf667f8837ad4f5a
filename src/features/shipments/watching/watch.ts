import { z } from 'zod';
import { mutation, query } from '../../../core/runtime/operation.ts';
import { wheres } from '../../watches/index.ts';
import { readShipments, watchShipments } from '../permissions.ts';
import { demandShipment } from '../shipment/look-up.ts';
import { readShipment } from '../shipment/read.ts';
import { holdShipment } from '../shipment/store.ts';
import type { WatchedShipment } from './rules.ts';
import { shipmentWatch } from './shipment-watch.ts';

/** Keeps a card of the shipment up to date, in the person's direct messages or in the channel where they ask. */
export const beginWatch = mutation({
  name: 'shipments.watch',
  permission: watchShipments,
  input: z.object({ id: z.uuid(), where: z.enum(wheres) }),
  async run(ctx, { id, where }) {
    await holdShipment(ctx.tx, id);
    const shipment = demandShipment(await readShipment({ ...ctx, scope: ctx.tx }, id));
    const { place, begun, ...effects } = await shipmentWatch.begin(ctx, id, shipment, where);
    return { result: { tracking: shipment.tracking, place, begun }, ...effects };
  },
});

/** Stops a watch: the card stays as it is and is no longer updated. */
export const stopWatching = mutation({
  name: 'shipments.stop-watching',
  permission: watchShipments,
  input: z.object({ id: z.uuid(), place: z.string().max(20) }),
  async run(ctx, { id, place }) {
    const { ended, ...effects } = await shipmentWatch.stop(ctx, id, place);
    return { result: ended, ...effects };
  },
});

/** A watch with its shipment as it is now; null when one of them no longer exists. */
export const getWatched = query({
  name: 'shipments.watched-card',
  permission: readShipments,
  input: z.object({ id: z.string(), place: z.string() }),
  async run(ctx, { id, place }): Promise<WatchedShipment | null> {
    const found = await shipmentWatch.find(ctx, id, place);
    return found && { shipment: found.thing, watcher: found.watch.watcher, endedAt: found.watch.endedAt };
  },
});

/** Where the reader watches it already, in direct messages; null: they do not. */
export const getOwnWatch = query({
  name: 'shipments.own-watch',
  permission: readShipments,
  input: z.object({ id: z.uuid() }),
  run: async (ctx, { id }): Promise<string | null> => await shipmentWatch.ownPlace(ctx, id),
});
