import { z } from 'zod';
import { defineWork, type QueuedWork } from '../../../core/tokens/work.ts';

const atOnce = 200;

/** Folds again the shipments that have one of these numbers: what their orders say may be another. */
export const foldOrdered = defineWork({
  id: 'shipments.fold-ordered',
  data: z.object({ keys: z.array(z.string()).max(atOnce) }),
  together: 5,
});

/**
 * Work for numbers of which an order or a shipment was told for the first time, or something else than before. Both sides
 * queue it: who tells while the other is being told does not see them yet, and what runs after both does.
 */
export function foldWithOrders(keys: readonly string[]): readonly QueuedWork[] {
  const apart = [...new Set(keys)].toSorted();
  return Array.from({ length: Math.ceil(apart.length / atOnce) }, (_, n) => {
    const some = apart.slice(n * atOnce, (n + 1) * atOnce);
    return foldOrdered.on(some[0] ?? '', { keys: some });
  });
}

/** Tells the orders of a series what carriers scanned of it. */
export const tellOrdersOf = defineWork({ id: 'shipments.tell-orders', data: z.object({}), together: 50 });
