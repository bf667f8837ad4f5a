import { z } from 'zod';
import { defineAction } from '../../core/tokens/action.ts';

/** Pauses a heartbeat or has it go on, and draws the list anew. */
export const pauseBeat = defineAction({
  id: 'jobs.pause-heartbeat',
  version: 1,
  value: z.object({ id: z.uuid(), paused: z.boolean() }),
});
/** Ends a heartbeat for good, and draws the list anew. */
export const stopBeat = defineAction({
  id: 'jobs.stop-heartbeat',
  version: 1,
  value: z.object({ id: z.uuid() }),
});

/** Tries again what waits for a person, and draws the overview anew. */
export const retryStuckThing = defineAction({
  id: 'jobs.retry',
  version: 1,
  value: z.discriminatedUnion('about', [
    z.object({ about: z.literal('message'), id: z.uuid() }),
    z.object({ about: z.literal('due'), digest: z.string().length(32) }),
    z.object({ about: z.literal('job'), id: z.uuid() }),
  ]),
});
/** Opens the form that sets up a heartbeat. */
export const newBeat = defineAction({ id: 'jobs.new-heartbeat', version: 1, value: z.object({}) });
