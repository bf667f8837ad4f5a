import { z } from 'zod';
import { query } from '../../../core/runtime/operation.ts';
import { day } from '../../../core/time/shapes.ts';
import { todayOf } from '../inbound/list.ts';
import type { Coming, LateSupplier } from '../inbound/model.ts';
import { countComing, overdueBySupplier, totalsOf } from '../inbound/store.ts';
import { readPurchases } from '../permissions.ts';

/** How much is expected today and before a day, and how much is overdue. */
export const getComing = query({
  name: 'purchases.coming',
  permission: readPurchases,
  input: z.object({ until: day }),
  async run(ctx, { until }): Promise<Coming> {
    const today = todayOf(ctx);
    const [coming, { overdue }] = await Promise.all([
      countComing(ctx.scope, { today, until }),
      totalsOf(ctx.scope, null, today),
    ]);
    return { ...coming, overdue, until };
  },
});

/** Who is late with what, the longest first. */
export const getLateSuppliers = query({
  name: 'purchases.late-suppliers',
  permission: readPurchases,
  input: z.object({ limit: z.int() }),
  async run(ctx, { limit }): Promise<readonly LateSupplier[]> {
    return await overdueBySupplier(ctx.scope, todayOf(ctx), limit);
  },
});
