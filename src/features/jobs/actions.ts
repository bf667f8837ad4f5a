import { z } from 'zod';
import { defineAction } from '../../core/tokens/action.ts';

/** Pauses or resumes a heartbeat and redraws the list. */
export const pauseBeat = defineAction({
  id: 'jobs.pause-heartbeat',
  version: 1,
  value: z.object({ id: z.uuid(), paused: z.boolean() }),
});
/** Stops a heartbeat for good and redraws the list. */
export const stopBeat = defineAction({
  id: 'jobs.stop-heartbeat',
  version: 1,
  value: z.object({ id: z.uuid() }),
});

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
/** Opens the form that sets up a heartbeat. */
export const newBeat = defineAction({ id: 'jobs.new-heartbeat', version: 1, value: z.object({}) });
