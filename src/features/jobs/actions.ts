import { z } from 'zod';
import { defineAction } from '../../core/tokens/action.ts';

/** Retries stuck work and redraws the overview. */
export const retryStuckThing = defineAction({
  id: 'jobs.retry',
  version: 1,
  value: z.discriminatedUnion('about', [
    z.object({ about: z.literal('message'), id: z.uuid() }),
    z.object({ about: z.literal('due'), digest: z.string().length(32) }),
    z.object({ about: z.literal('job'), id: z.uuid() }),
    z.object({ about: z.literal('work'), id: z.uuid() }),
  ]),
});
