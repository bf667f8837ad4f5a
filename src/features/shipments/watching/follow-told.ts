import { after } from '../../../core/declare/follow.ts';
import { tellShipments } from '../keeping/tell-shipments.ts';
import { shipmentWatch } from './shipment-watch.ts';

/** Watched shipments that something was told of are drawn anew. */
export const followTold = after(tellShipments, {
  name: 'shipments.follow-told',
  async follow(ctx, { changed }) {
    if (changed.length === 0) return { changes: [] };
    return { changes: [], notifications: await shipmentWatch.follow(ctx, changed) };
  },
});
