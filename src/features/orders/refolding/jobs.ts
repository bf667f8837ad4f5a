import { z } from 'zod';
import { does } from '../../../core/declare/job.ts';
import type { ScheduleKind } from '../../../core/declare/schedule.ts';
import type { Context } from '../../../core/runtime/context.ts';
import { defineJob } from '../../../core/tokens/job.ts';
import { bookOpenOrders } from './book-open.ts';
import { dropWaiting } from './drop-waiting.ts';
import { listOpen, refoldOrders, refoldThese } from './refold.ts';

const refolding = defineJob({
  id: 'orders.refold',
  data: z.object({}),
  retries: 3,
  expireAfterMin: 60,
  keepDays: 7,
});

export const refoldJob = does(refolding, async (ctx) => {
  while ((await refoldOrders.call(ctx, {})).isMore);
  let after: Awaited<ReturnType<typeof bookOpenOrders.call>> = null;
  do after = await bookOpenOrders.call(ctx, { after });
  while (after);
});

/** Indexes say that there is nothing, nearly always. */
export const refolds: ScheduleKind = {
  id: 'orders.refold',
  title: 'Folding stored orders again',
  builtIn: { cron: '25 * * * *' },
  run: async () => ({ state: 'done', changes: [], jobs: [refolding.with({})] }),
};

/** Queued where the shop sets hours, collections or promises anew. */
export const refoldingOpen = defineJob({
  id: 'orders.refold-open',
  data: z.object({}),
  retries: 3,
  expireAfterMin: 120,
  keepDays: 7,
});

export const refoldOpenJob = does(refoldingOpen, async (ctx) => {
  await refoldOpen(ctx);
  while ((await dropWaiting.call(ctx, {})).isMore);
});

/** Folds all orders still to be sent, a batch in each transaction. Answers how many of them changed. */
export async function refoldOpen(ctx: Context): Promise<number> {
  let changed = 0;
  for (const ids of await listOpen.call(ctx, {}))
    changed += (await refoldThese.call(ctx, { ids: [...ids] })).changed;
  return changed;
}

/**
 * At night what open orders were made with is looked at as a whole: a SKU that was imported after its orders, and what was
 * set past the bot's own forms.
 */
export const nightlyRefolds: ScheduleKind = {
  id: 'orders.refold-open',
  title: 'Folding open orders again',
  builtIn: { cron: '40 2 * * *' },
  run: async () => ({ state: 'done', changes: [], jobs: [refoldingOpen.with({})] }),
};
