import { z } from 'zod';
import { toldOnce } from '../../../cases/notifications.ts';
import { defineNotification } from '../../../core/tokens/notification.ts';

/** Tells those who decide that a version of the policy is in force. */
export const policyTold = defineNotification({
  id: 'approvals.policy-told',
  ...toldOnce,
  facts: z.object({ version: z.int() }),
});
