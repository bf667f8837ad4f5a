import { z } from 'zod';
import { query } from '../../../core/runtime/operation.ts';
import { day } from '../../../core/time/shapes.ts';
import { dayIn } from '../../../core/time/time-zone.ts';
import { readPurchases } from '../permissions.ts';
import type { Performance } from './model.ts';
import { performanceOf } from './store.ts';

/**
 * How suppliers keep their promises, and how long they take: KPIS.md's inbound_otd, inbound_window and lead_time. `from` and
 * `to` (half-open) are days of the promise; lead times go by the day of delivery. Without lines, nothing.
 */
export const getPerformance = query({
  name: 'purchases.performance',
  permission: readPurchases,
  input: z.object({
    by: z.enum(['supplier', 'mode', 'country']).nullable(),
    from: day.nullable(),
    to: day.nullable(),
  }),
  async run(ctx, asked): Promise<readonly Performance[]> {
    return await performanceOf(ctx.scope, { ...asked, today: dayIn(ctx.workspace.timeZone, ctx.now) });
  },
});
