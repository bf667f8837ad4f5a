import { z } from 'zod';
import { does } from '../../../core/declare/job.ts';
import type { ScheduleKind } from '../../../core/declare/schedule.ts';
import { defineJob } from '../../../core/tokens/job.ts';
import { proveDemand } from './prove.ts';

const proving = defineJob({
  id: 'orders.prove-demand',
  data: z.object({}),
  retries: 3,
  expireAfterMin: 120,
  keepDays: 7,
});

export const proveDemandJob = does(proving, async (ctx) => void (await proveDemand(ctx)));

/** At night, when hardly anything is imported. */
export const demandProofs: ScheduleKind = {
  id: 'orders.demand-proof',
  title: 'Proof of demand by day',
  builtIn: { cron: '15 3 * * *' },
  run: async () => ({ state: 'done', changes: [], jobs: [proving.with({})] }),
};
