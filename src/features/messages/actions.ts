import { z } from 'zod';
import { defineAction } from '../../core/tokens/action.ts';

/** Opens one line of a list, for the one who presses. */
export const openLine = defineAction({ id: 'messages.open', version: 1, value: z.object({ id: z.uuid() }) });

/** Has the messages of a notice said again. */
export const retryApproval = defineAction({
  id: 'messages.try-again',
  version: 1,
  value: z.object({
    by: z.enum(['place', 'kind', 'id']),
    key: z.string().max(64),
    /** The day of the notice that is pressed. */
    day: z.string().max(10),
  }),
});
