import { z } from 'zod';
import { does } from '../../../core/declare/job.ts';
import type { ScheduleKind } from '../../../core/declare/schedule.ts';
import { mutation } from '../../../core/runtime/operation.ts';
import { asSystem } from '../../../core/runtime/system.ts';
import { defineJob } from '../../../core/tokens/job.ts';
import { composeDigests } from '../permissions.ts';
import { forgetEditions } from './store.ts';

/** As long as the slots that they belong to. */
const keptDays = 400;
const atOnce = 500;

/** Deletes what old editions said, one batch. Their messages keep it. True: there may be more. */
export const forgetOld = mutation({
  name: 'digests.forget',
  permission: composeDigests,
  input: z.object({}),
  async run({ tx, now, workspace }) {
    const forgotten = await forgetEditions(tx, new Date(now.getTime() - keptDays * 86_400_000), atOnce);
    return {
      result: forgotten >= atOnce,
      changes:
        forgotten > 0
          ? [
              {
                subject: { kind: 'workspace', id: workspace.id },
                before: { editions: forgotten },
                after: null,
              },
            ]
          : [],
    };
  },
});

const forgetting = defineJob({
  id: 'digests.forget',
  data: z.object({}),
  retries: 3,
  expireAfterMin: 10,
  keepDays: 7,
});

export const forgetJob = does(forgetting, async (ctx) => {
  while (await forgetOld.call(asSystem(ctx, 'digests'), {}));
});

/** Every night; the schedule only queues the job. */
export const editionsForgotten: ScheduleKind = {
  id: 'digests.forget',
  title: 'Old digests are forgotten',
  builtIn: { cron: '50 3 * * *' },
  run: async () => ({ state: 'done', changes: [], jobs: [forgetting.with({})] }),
};
