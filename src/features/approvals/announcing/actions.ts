import { z } from 'zod';
import { defineAction } from '../../../core/tokens/action.ts';

/** Shows the policy to whoever presses, below a message that everybody reads. */
export const readPolicy = defineAction({
  id: 'approvals.read-policy',
  version: 1,
  value: z.object({ what: z.enum(['rules', 'history']) }),
});
