import { z } from 'zod';
import { query } from '../../../core/runtime/operation.ts';
import { mostAsked } from '../../../core/text/asked.ts';
import { readOrders } from '../permissions.ts';
import { findOrders, readOrder } from './look-up.ts';
import type { AskedOrder } from './model.ts';

/** What each of several numbers, tracking numbers or references means, in their order. */
export const lookUpOrders = query({
  name: 'orders.look-up-several',
  permission: readOrders,
  input: z.object({ texts: z.array(z.string().min(1)).max(mostAsked) }),
  async run(ctx, { texts }): Promise<readonly AskedOrder[]> {
    const all: AskedOrder[] = [];
    // One after the other: ten at once would take every connection.
    for (const asked of texts) {
      const found = (await findOrders.call(ctx, { text: asked })).filter(({ exact }) => exact);
      const [only] = found;
      const order = only && found.length === 1 ? await readOrder(ctx, only.id) : null;
      all.push({ asked, order, fits: found.length });
    }
    return all;
  },
});
