import { z } from 'zod';
import { defineForm } from '../../../core/declare/form.ts';
import { selectionShape } from '../../../core/tokens/bulk.ts';
import { forAct } from '../../../core/tokens/permission.ts';
import { actOnMany } from '../permissions.ts';

export const finishForm = defineForm({
  id: 'bulk.finish-issues-form',
  version: 1,
  permission: forAct(actOnMany, 'resolve many issues at once'),
  carries: selectionShape,
  fields: z.object({
    code: z.string('Say how they ended.'),
    note: z.string().max(3_000, 'That is too long.').nullable(),
  }),
});

export const assignForm = defineForm({
  id: 'bulk.assign-issues-form',
  version: 1,
  permission: forAct(actOnMany, 'assign many issues at once'),
  carries: selectionShape,
  fields: z.object({ person: z.string('Pick a person.') }),
});
