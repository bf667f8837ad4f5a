import { z } from 'zod';
import { defineWork, type QueuedWork } from '../../../core/tokens/work.ts';
import { missingSku } from '../../stock/index.ts';
import type { Plan } from '../line/rules.ts';

/** Links lines to their SKU once it is known. */
export const linkSku = defineWork({
  id: 'purchases.link-sku',
  data: z.object({ codeKey: z.string() }),
  together: 50,
  // A supplier may send for years what no catalogue of ours will ever have.
  looks: 3,
});

const firstLookMs = 5 * 60_000;

/** Waits for each code that lines have now and that nobody knows: once, for however many lines. */
export function linkOnceKnown(plans: readonly Plan[], now: Date): readonly QueuedWork[] {
  const look = new Date(now.getTime() + firstLookMs);
  const lacked = plans.flatMap(({ before, after }) =>
    after.codeKey !== null && after.skuId === null && before?.codeKey !== after.codeKey
      ? [after.codeKey]
      : [],
  );
  return [...new Set(lacked)]
    .toSorted()
    .map((codeKey) => linkSku.until(missingSku(codeKey), codeKey, { codeKey }, look));
}
