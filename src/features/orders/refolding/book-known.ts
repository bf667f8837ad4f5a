import { z } from 'zod';
import { after } from '../../../core/declare/follow.ts';
import { works } from '../../../core/declare/work.ts';
import { defineWork } from '../../../core/tokens/work.ts';
import { shelvesKnown } from '../../stock/index.ts';
import { refold } from '../keeping/tell.ts';
import { openAt } from './open-at-store.ts';

const id = z.uuid();

/** Books the open orders of SKUs at one location once their stock there is known. One step of a walk over their open lines. */
const bookKnown = defineWork({
  id: 'orders.book-known',
  data: z.object({
    skuIds: z.array(id).min(1),
    locationId: id,
    after: z.object({ skuId: id, orderId: id }).nullable(),
  }),
  together: 1,
});

/** SKUs of one piece of work: the first levels of a shop name all it has. */
const skusAtOnce = 500;
const linesAtOnce = 500;
/** Longer than telling takes: who told an order of them meanwhile knew of no shelf, and has ended by then. */
const againMs = 90_000;

/** What was told before the first levels is booked within seconds of them. */
export const followKnown = after(shelvesKnown, {
  name: 'orders.book-after-levels',
  async follow({ now }, { places }) {
    const shelves = new Map<string, string[]>();
    for (const { skuId, locationId } of places)
      shelves.set(locationId, [...(shelves.get(locationId) ?? []), skuId]);
    const work = [...shelves].flatMap(([locationId, skuIds]) =>
      Array.from({ length: Math.ceil(skuIds.length / skusAtOnce) }, (_, n) => {
        const some = skuIds.slice(n * skusAtOnce, (n + 1) * skusAtOnce);
        const data = { skuIds: some, locationId, after: null };
        const again = new Date(now.getTime() + againMs);
        return [bookKnown.on(locationId, data), bookKnown.on(locationId, data, again)];
      }).flat(),
    );
    return { changes: [], work };
  },
});

export const bookKnownHandler = works(bookKnown, {
  async act(ctx, { data, subject }) {
    const { orders, last } = await openAt(ctx.tx, data, linesAtOnce);
    const work = last ? [bookKnown.on(subject, { ...data, after: last })] : [];
    if (orders.length === 0) return { changes: [], work };
    const { facts } = await refold(ctx, orders);
    const about = { kind: 'location', id: data.locationId };
    return { changes: [{ subject: about, before: null, after: { lookedAt: orders.length } }], facts, work };
  },
});
