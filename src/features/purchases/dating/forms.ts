import { z } from 'zod';
import { defineForm } from '../../../core/declare/form.ts';
import { giveDates } from '../permissions.ts';
import { dateDraft } from './model.ts';

export const newDateForm = defineForm({
  id: 'purchases.new-date-form',
  version: 1,
  permission: giveDates,
  carries: z.object({ id: z.uuid() }),
  fields: dateDraft,
});
