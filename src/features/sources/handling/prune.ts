import { z } from 'zod';
import { does } from '../../../core/declare/job.ts';
import type { ScheduleKind } from '../../../core/declare/schedule.ts';
import { mutation } from '../../../core/runtime/operation.ts';
import { defineJob } from '../../../core/tokens/job.ts';
import { keepBodiesDays } from '../deliveries/model.ts';
import { forgetRefusals } from '../deliveries/refusal-store.ts';
import { atOnce, emptyBodies } from '../deliveries/store.ts';
import { keepSources } from '../permissions.ts';

const dayMs = 86_400_000;
const keepRefusalsDays = 400;

/** Empties the bodies of what came long ago, one batch. True: there may be more. */
export const pruneDeliveries = mutation({
  name: 'sources.prune',
  permission: keepSources,
  input: z.object({}),
  async run(ctx) {
    const before = (days: number) => new Date(ctx.now.getTime() - days * dayMs);
    const bodies = await emptyBodies(ctx.tx, before(keepBodiesDays));
    const refusals = await forgetRefusals(ctx.tx, before(keepRefusalsDays));
    const subject = { kind: 'workspace', id: ctx.workspace.id };
    return {
      result: bodies >= atOnce,
      changes: bodies + refusals > 0 ? [{ subject, before: { bodies, refusals }, after: null }] : [],
    };
  },
});

const pruning = defineJob({
  id: 'sources.prune',
  data: z.object({}),
  retries: 3,
  expireAfterMin: 60,
  keepDays: 7,
});

export const pruneJob = does(pruning, async (ctx) => {
  while (await pruneDeliveries.call(ctx, {}));
});

export const prunes: ScheduleKind = {
  id: 'sources.prune',
  title: 'Emptying old deliveries',
  builtIn: { cron: '45 3 * * *' },
  run: async () => ({ state: 'done', changes: [], jobs: [pruning.with({})] }),
};
