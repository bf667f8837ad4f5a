import { z } from 'zod';
import { defineJob } from '../../core/tokens/job.ts';

export const bulkJob = defineJob({
  id: 'bulk.run',
  data: z.object({ run: z.uuid() }),
  // Another process goes on when this one has died; a row is acted on once, whoever is at it.
  retries: 10,
  expireAfterMin: 5,
  keepDays: 7,
});
