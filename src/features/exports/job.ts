import { z } from 'zod';
import { defineJob } from '../../core/tokens/job.ts';
import { mostTries } from './model.ts';

export const exportJob = defineJob({
  id: 'exports.write',
  data: z.object({ id: z.uuid() }),
  retries: mostTries - 1,
  expireAfterMin: 15,
  keepDays: 7,
});
