import { z } from 'zod';
import { defineAction } from '../../../core/tokens/action.ts';

/** Opens the form. */
export const delegateAction = defineAction({ id: 'approvals.delegate', version: 1, value: z.object({}) });
export const endAction = defineAction({
  id: 'approvals.end-delegation',
  version: 1,
  /** `whose`: the list it was pressed on; null: a message. */
  value: z.object({ id: z.uuid(), whose: z.enum(['mine', 'all']).nullable() }),
});
export const delegationsAction = defineAction({
  id: 'approvals.delegations',
  version: 1,
  value: z.object({ whose: z.enum(['mine', 'all']) }),
});
