import { z } from 'zod';
import { defineAction } from '../../core/tokens/action.ts';

/** Opens one line of a list, for the person who presses. */
export const openLine = defineAction({ id: 'messages.open', version: 1, value: z.object({ id: z.uuid() }) });

/** Sends the messages of a notice again. */
export const retryNotice = defineAction({
  id: 'messages.try-again',
  version: 1,
  value: z.object({
    by: z.enum(['place', 'kind', 'id']),
    key: z.string().max(64),
    /** The day of the notice that was pressed. */
    day: z.string().max(10),
  }),
});
