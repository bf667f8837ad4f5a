import { z } from 'zod';
import { does } from '../../../core/declare/job.ts';
import type { ScheduleKind } from '../../../core/declare/schedule.ts';
import { defineJob } from '../../../core/tokens/job.ts';
import { refoldShipments } from './refold.ts';

const refolding = defineJob({
  id: 'shipments.refold',
  data: z.object({}),
  retries: 3,
  expireAfterMin: 60,
  keepDays: 7,
});

export const refoldJob = does(refolding, async (ctx) => {
  let after: Awaited<ReturnType<typeof refoldShipments.call>> = null;
  do after = await refoldShipments.call(ctx, { after });
  while (after);
});

/** After an upgrade that folds otherwise. An index says that there is nothing, nearly always. */
export const refolds: ScheduleKind = {
  id: 'shipments.refold',
  title: 'Folding stored shipments again',
  builtIn: { cron: '35 * * * *' },
  run: async () => ({ state: 'done', changes: [], jobs: [refolding.with({})] }),
};
