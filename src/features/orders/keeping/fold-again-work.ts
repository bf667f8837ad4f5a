import { z } from 'zod';
import { defineWork, type QueuedWork } from '../../../core/tokens/work.ts';
import type { Lacking } from './lacking.ts';
import type { OrderPlan } from './plan.ts';

/** Folds an order again once something that was told of it is known, such as the SKU of a line. */
export const foldAgain = defineWork({
  id: 'orders.fold-again',
  data: z.object({ missing: z.string() }),
  together: 50,
  // A shop may sell for years what no catalogue of ours will ever have.
  looks: 3,
});

/** Of an order that lacks more, the others are found when it is folded again at night. */
const mostNames = 20;
const firstLookMs = 5 * 60_000;

/** Waits for each thing that is told of an order for the first time and that nobody knows. */
export function foldOnceKnown({ after, lacks }: OrderPlan & Lacking, now: Date): readonly QueuedWork[] {
  const look = new Date(now.getTime() + firstLookMs);
  return [...lacks]
    .slice(0, mostNames)
    .map((missing) => foldAgain.until(missing, after.order.id, { missing }, look));
}
