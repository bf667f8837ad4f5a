import { z } from 'zod';
import { defineForm } from '../../../core/declare/form.ts';
import { decideApprovals } from '../permissions.ts';

export const delegateForm = defineForm({
  id: 'approvals.delegate-form',
  version: 1,
  permission: decideApprovals,
  carries: z.object({}),
  fields: z.object({
    who: z.string('Pick a person.'),
    from: z.date().nullable(),
    until: z.date('Say until when.'),
  }),
});
