import { z } from 'zod';
import { defineJob } from '../../../core/tokens/job.ts';

/** Does what was approved. Asked for by the transaction of the last yes, tried again when it fails. */
export const runJob = defineJob({
  id: 'approvals.run',
  data: z.object({ approval: z.uuid() }),
  retries: 5,
  expireAfterMin: 5,
  keepDays: 7,
});
