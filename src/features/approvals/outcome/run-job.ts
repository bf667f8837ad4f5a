import { z } from 'zod';
import { defineJob } from '../../../core/tokens/job.ts';

/** Runs the effect of an approved request. Queued in the transaction of the last yes, retried on errors. */
export const runJob = defineJob({
  id: 'approvals.run',
  data: z.object({ approval: z.uuid() }),
  retries: 5,
  expireAfterMin: 5,
  keepDays: 7,
});
