import { z } from 'zod';
import { defineNotification } from '../../../core/tokens/notification.ts';

/** Tells somebody that they may decide in another's place. */
export const delegated = defineNotification({
  id: 'approvals.delegated',
  priority: 'decision',
  shape: 'once',
  late: 'deliver',
  inDoubt: 'repeat',
  counted: false,
  facts: z.object({}),
});

/** Tells those who did not end it themselves. */
export const delegationEnded = defineNotification({
  id: 'approvals.delegation-ended',
  priority: 'decision',
  shape: 'once',
  late: 'deliver',
  inDoubt: 'repeat',
  counted: false,
  /** `by`: the person who ended it. */
  facts: z.object({ by: z.uuid().nullable() }),
});
