import { z } from 'zod';
import { defineNotification } from '../../core/tokens/notification.ts';

/** What became of an act on many things, to whoever began it. Its subject is the run. */
export const bulkEnded = defineNotification({
  id: 'bulk.ended',
  priority: 'status',
  shape: 'once',
  late: 'deliver',
  inDoubt: 'repeat',
  counted: false,
  facts: z.null(),
});
