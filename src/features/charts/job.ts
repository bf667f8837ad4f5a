import { z } from 'zod';
import { defineJob } from '../../core/tokens/job.ts';
import { mostTries } from './model.ts';

export const drawJob = defineJob({
  id: 'charts.draw',
  data: z.object({ id: z.uuid() }),
  // One more than the tries: the last says that there will be no picture.
  retries: mostTries,
  expireAfterMin: 5,
  keepDays: 7,
});

export const forgetJob = defineJob({
  id: 'charts.forget',
  data: z.object({}),
  retries: 3,
  expireAfterMin: 10,
  keepDays: 7,
});
