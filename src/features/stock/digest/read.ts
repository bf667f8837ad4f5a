import { z } from 'zod';
import type { QueryContext } from '../../../core/runtime/context.ts';
import { query } from '../../../core/runtime/operation.ts';
import { businessDay, daysWithOrders, leastDemandDays } from '../card/demand-rules.ts';
import { lowCoverDays } from '../card/rules.ts';
import { getOutlooks } from '../outlook/get.ts';
import type { Outlook } from '../outlook/model.ts';
import { lookUpStock } from '../permissions.ts';
import type { Listed, OutNow } from './model.ts';
import { firstOrder, lowNow, outNow } from './store.ts';

/** Compared by what is at risk, of which the database does not know. */
const compared = 40;

/** What is out of stock everywhere, what sold for most first. */
export const getOut = query({
  name: 'stock.out',
  permission: lookUpStock,
  input: z.object({ limit: z.int().max(compared) }),
  async run(ctx, { limit }): Promise<OutNow> {
    const found = await outNow(ctx.scope, businessDay(ctx), limit);
    return {
      skus: await outlooksOf(ctx, found),
      total: found[0]?.total ?? 0,
      selling: found[0]?.selling ?? 0,
    };
  },
});

/** What lasts for less than a week, the most value at risk first. */
export const getLow = query({
  name: 'stock.low',
  permission: lookUpStock,
  input: z.object({ limit: z.int().max(compared) }),
  async run(ctx, { limit }): Promise<Listed> {
    const today = businessDay(ctx);
    const over = daysWithOrders(await firstOrder(ctx.scope), today);
    // With orders of fewer days nobody can say how long anything lasts.
    if (over < leastDemandDays) return { skus: [], total: 0 };
    const found = await lowNow(ctx.scope, { today, over, coverDays: lowCoverDays }, compared);
    const value = ({ risk }: Outlook) => risk?.minor ?? 0n;
    const skus = (await outlooksOf(ctx, found)).toSorted(
      (a, b) => Number(value(b) - value(a)) || (a.coverDays ?? 0) - (b.coverDays ?? 0),
    );
    return { skus: skus.slice(0, limit), total: found[0]?.total ?? 0 };
  },
});

/** In the same order. */
async function outlooksOf(ctx: QueryContext, found: readonly { readonly id: string }[]) {
  const skus = found.map(({ id }) => id);
  const all = await getOutlooks.call(ctx, { skus });
  return skus.flatMap((id) => all.find((one) => one.id === id) ?? []);
}
