import { z } from 'zod';
import { mutation } from '../../../core/runtime/operation.ts';
import { knownSince } from '../../stock/index.ts';
import { placesOf } from '../booking/book.ts';
import { placeKey } from '../booking/model.ts';
import { unbookedLines } from '../booking/store.ts';
import { refold } from '../keeping/tell.ts';
import { refoldPermission } from '../permissions.ts';

const atOnce = 500;

/**
 * Books the open orders whose shelves have come to be known since they were told, as when the first levels of a location
 * come after its orders. A step of a walk over all open lines, which ends with null. Run by the system.
 */
export const bookOpenOrders = mutation({
  name: 'orders.book-open',
  permission: refoldPermission,
  input: z.object({ after: z.object({ skuId: z.uuid(), orderId: z.uuid() }).nullable() }),
  timeout: 60_000,
  async run(ctx, { after }) {
    const { found, last } = await unbookedLines(ctx.tx, after, atOnce);
    const known = await knownSince(ctx.tx, placesOf(found));
    const orders = new Map(
      found.flatMap(({ orderId: id, channel, numberKey, ...place }) =>
        known.has(placeKey(place)) ? [[id, { id, channel, numberKey }] as const] : [],
      ),
    );
    if (orders.size === 0) return { result: last, changes: [] };
    const { facts } = await refold(ctx, [...orders.values()]);
    const subject = { kind: 'workspace', id: ctx.workspace.id };
    return { result: last, changes: [{ subject, before: null, after: { booked: orders.size } }], facts };
  },
});
