import { z } from 'zod';
import { mutation } from '../../../core/runtime/operation.ts';
import { asSystem } from '../../../core/runtime/system.ts';
import { scansFacet, trackedPart } from '../fold/scan-rules.ts';
import { ordersNamed } from '../keeping/order-store.ts';
import { tellOrders } from '../keeping/tell-orders.ts';
import { tellOrdersPermission } from '../permissions.ts';
import { parcelScans } from './model.ts';
import { statementsOf } from './rules.ts';
import { lastVersions, marksTold } from './store.ts';

/**
 * Tells how far carriers have brought parcels of orders: handed over with their first scan, delivered, turned back. What is
 * told again changes nothing, and what is left out is taken back. One parcel is never told of twice at once. Orders that
 * are no longer here are left out.
 */
export const tellScans = mutation({
  name: 'orders.tell-scans',
  permission: tellOrdersPermission,
  input: z.object({ parcels: z.array(parcelScans) }),
  async run(ctx, { parcels }) {
    const { tx, now } = ctx;
    const ids = [...new Set(parcels.map(({ orderId }) => orderId))];
    const keys = [...new Set(parcels.map(({ key }) => key))];
    const orders = new Map((await ordersNamed(tx, [], ids)).map((one) => [one.id, one]));
    const told = await marksTold(tx, ids, keys.map(trackedPart));
    const last = await lastVersions(tx, ids, keys.map(scansFacet));
    const statements = parcels.flatMap((one) => {
      const order = orders.get(one.orderId);
      if (!order) return [];
      const { channel, numberKey: number } = order;
      const before = last.get(one.orderId)?.getTime() ?? 0;
      const at = new Date(Math.max(now.getTime(), before + 1));
      return statementsOf(one, told, { channel, number, external: null }, at);
    });
    // What was said is in the log of the operation that says it.
    if (statements.length > 0)
      await tellOrders.call(asSystem({ ...ctx, scope: tx }, 'shipments'), { statements });
    return { result: { told: statements.length }, changes: [] };
  },
});
