import { z } from 'zod';
import { toldOnce } from '../../../cases/notifications.ts';
import { defineNotification } from '../../../core/tokens/notification.ts';

/** Tells a delegate that they may decide in another's place. */
export const delegated = defineNotification({
  id: 'approvals.delegated',
  ...toldOnce,
  facts: z.object({}),
});

/** Tells the side that did not end the delegation. */
export const delegationEnded = defineNotification({
  id: 'approvals.delegation-ended',
  ...toldOnce,
  /** `by`: the person who ended it. */
  facts: z.object({ by: z.uuid().nullable() }),
});
