import { z } from 'zod';
import { defineForm } from '../../../core/declare/form.ts';
import { lookUpStock } from '../permissions.ts';

/** A look-up form, for people who do not know the command. */
export const lookUpForm = defineForm({
  id: 'stock.look-up-form',
  version: 1,
  permission: lookUpStock,
  carries: z.object({}),
  fields: z.object({ text: z.string('Say what to look up.').max(200, 'That is too long.') }),
});
