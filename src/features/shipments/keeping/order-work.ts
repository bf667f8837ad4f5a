import { z } from 'zod';
import { defineWork, type QueuedWork } from '../../../core/tokens/work.ts';

const atOnce = 200;

/** Folds again the shipments that have one of these numbers, or name an order by one: what their orders say may be another. */
export const foldOrdered = defineWork({
  id: 'shipments.fold-ordered',
  data: z.object({
    /** Of tracking numbers. */
    keys: z.array(z.string()).max(atOnce),
    /** Keys of order numbers; absent in what an earlier release queued. */
    orders: z.array(z.string()).max(atOnce).default([]),
  }),
  together: 5,
});

/**
 * Work for numbers of which an order or a shipment was told for the first time, or something else than before: tracking
 * numbers, and order numbers that a shipment may name, by their keys. Both sides queue it: who tells while the other is being
 * told does not see them yet, and what runs after both does.
 */
export function foldWithOrders(keys: readonly string[], orders: readonly string[]): readonly QueuedWork[] {
  const [tracked, named] = [inParts(keys), inParts(orders)];
  return Array.from({ length: Math.max(tracked.length, named.length) }, (_, n) => {
    const some = { keys: [...(tracked[n] ?? [])], orders: [...(named[n] ?? [])] };
    return foldOrdered.on(some.keys[0] ?? `order ${some.orders[0]}`, some);
  });
}

function inParts(texts: readonly string[]): readonly (readonly string[])[] {
  const apart = [...new Set(texts)].toSorted();
  return Array.from({ length: Math.ceil(apart.length / atOnce) }, (_, n) =>
    apart.slice(n * atOnce, (n + 1) * atOnce),
  );
}

/** Tells the orders of a series what carriers scanned of it. */
export const tellOrdersOf = defineWork({ id: 'shipments.tell-orders', data: z.object({}), together: 50 });
