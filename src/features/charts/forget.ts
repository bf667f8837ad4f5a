import { z } from 'zod';
import type { ScheduleKind } from '../../core/declare/schedule.ts';
import { mutation } from '../../core/runtime/operation.ts';
import { forgetJob } from './job.ts';
import { daysBefore, pictureDays, requestDays } from './model.ts';
import { drawCharts } from './permissions.ts';
import { forgetPictures } from './picture-store.ts';
import { forgetRequests } from './store.ts';

const atOnce = 1_000;

/** Deletes what is known of old charts, one batch of each. Their messages keep them. True: there may be more. */
export const forget = mutation({
  name: 'charts.forget',
  permission: drawCharts,
  input: z.object({}),
  async run({ tx, now, workspace }) {
    const requests = await forgetRequests(tx, daysBefore(now, requestDays), atOnce);
    const pictures = await forgetPictures(tx, daysBefore(now, pictureDays), now, atOnce);
    return {
      result: Math.max(requests, pictures) >= atOnce,
      changes:
        requests + pictures > 0
          ? [
              {
                subject: { kind: 'workspace', id: workspace.id },
                before: { requests, pictures },
                after: null,
              },
            ]
          : [],
    };
  },
});

/** Every night; the schedule only queues the job. */
export const chartsForgotten: ScheduleKind = {
  id: 'charts.forget',
  title: 'Old charts are forgotten',
  builtIn: { cron: '40 3 * * *' },
  run: async () => ({ state: 'done', changes: [], jobs: [forgetJob.with({})] }),
};
