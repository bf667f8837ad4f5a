import { z } from 'zod';
import { defineNotification } from '../../core/tokens/notification.ts';

/** Work that keeps failing and waits for a person. Its subject is a key that `trouble/rules.ts` reads. */
export const trouble = defineNotification({
  id: 'jobs.trouble',
  priority: 'decision',
  shape: 'once',
  late: 'deliver',
  inDoubt: 'repeat',
  counted: false,
  facts: z.null(),
});
