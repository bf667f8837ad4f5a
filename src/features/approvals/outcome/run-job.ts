import { z } from 'zod';
import { defineJob } from '../../../core/tokens/job.ts';

/** As the previous release queued effects; `runWork` has taken its place. */
export const runJob = defineJob({
  id: 'approvals.run',
  data: z.object({ approval: z.uuid() }),
  retries: 5,
  expireAfterMin: 5,
  keepDays: 7,
});
