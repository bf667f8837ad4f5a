import { z } from 'zod';
import { defineJob } from '../../../core/tokens/job.ts';
import { mostTries } from './model.ts';

export const composeJob = defineJob({
  id: 'digests.compose',
  data: z.object({ id: z.uuid() }),
  // One more than the tries: the last says that there will be none.
  retries: mostTries,
  expireAfterMin: 5,
  keepDays: 7,
});
