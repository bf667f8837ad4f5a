import { z } from 'zod';
import { defineAction } from '../../core/tokens/action.ts';

/** All results of a run as a file. */
export const resultsAction = defineAction({
  id: 'bulk.results',
  version: 1,
  value: z.object({ run: z.uuid() }),
});
