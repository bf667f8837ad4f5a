import { z } from 'zod';
import { defineNotification } from '../../core/tokens/notification.ts';

/** A file that will not come. Its subject is the request. */
export const noFile = defineNotification({
  id: 'exports.failed',
  priority: 'status',
  shape: 'once',
  late: 'deliver',
  inDoubt: 'repeat',
  counted: false,
  facts: z.null(),
});
