import { z } from 'zod';
import { defineJob } from '../../core/tokens/job.ts';

export const bulkJob = defineJob({
  id: 'bulk.run',
  data: z.object({ run: z.uuid() }),
  retries: 10,
  expireAfterMin: 60,
  keepDays: 7,
});
