import { holds } from '../../../core/runtime/actor.ts';
import type { Context } from '../../../core/runtime/context.ts';
import { correctShipments, updateShipments } from '../permissions.ts';
import type { Rights } from '../shipment/model.ts';
import { getOwnWatch } from '../watching/watch.ts';

/** What the reader may do with a shipment. */
export async function rightsOf(ctx: Context, id: string): Promise<Rights> {
  const { actor } = ctx;
  return {
    update: holds(actor, updateShipments),
    correct: holds(actor, correctShipments),
    watchedIn: await getOwnWatch.call(ctx, { id }),
  };
}
