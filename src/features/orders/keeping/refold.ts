import { z } from 'zod';
import { does } from '../../../core/declare/job.ts';
import type { ScheduleKind } from '../../../core/declare/schedule.ts';
import { mutation } from '../../../core/runtime/operation.ts';
import { defineJob } from '../../../core/tokens/job.ts';
import { refoldPermission } from '../permissions.ts';
import { unfoldedOrders } from './order-store.ts';
import { refold } from './tell.ts';

const atOnce = 500;

/** Folds a batch of open orders that no present fold has made: after an upgrade, or of the sample shop. Run by the system. */
export const refoldOrders = mutation({
  name: 'orders.refold',
  permission: refoldPermission,
  input: z.object({}),
  timeout: 60_000,
  async run(ctx) {
    const found = await unfoldedOrders(ctx.tx, atOnce);
    if (found.length === 0) return { result: { isMore: false }, changes: [] };
    const { changed, facts } = await refold(ctx, found);
    const subject = { kind: 'workspace', id: ctx.workspace.id };
    const after = { folded: found.length, changed: changed.length };
    return {
      result: { isMore: found.length === atOnce },
      changes: [{ subject, before: null, after }],
      facts,
    };
  },
});

const refolding = defineJob({
  id: 'orders.refold',
  data: z.object({}),
  retries: 3,
  expireAfterMin: 60,
  keepDays: 7,
});

export const refoldJob = does(refolding, async (ctx) => {
  while ((await refoldOrders.call(ctx, {})).isMore);
});

/** An index says that there is nothing, nearly always. */
export const refolds: ScheduleKind = {
  id: 'orders.refold',
  title: 'Folding stored orders again',
  builtIn: { cron: '25 * * * *' },
  run: async () => ({ state: 'done', changes: [], jobs: [refolding.with({})] }),
};
