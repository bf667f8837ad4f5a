import { z } from 'zod';
import { defineForm } from '../../../core/declare/form.ts';
import { normalise } from '../../../core/text/words.ts';
import { adjustStock } from '../permissions.ts';
import { adjustCauses, readChange } from './rules.ts';

/** A correction of the quantity at one location. */
export const adjustForm = defineForm({
  id: 'stock.adjust-form',
  version: 1,
  permission: adjustStock,
  carries: z.object({ sku: z.uuid() }),
  fields: z.object({
    location: z.uuid('Say where.'),
    change: z.string('Enter the number of units.').transform((text, issues) => {
      const change = readChange(normalise(text));
      if (change !== null && /^[+-]/.test(normalise(text))) return change;
      issues.addIssue({ code: 'custom', message: 'Whole units with a sign: -3 or +3.' });
      return z.NEVER;
    }),
    cause: z.enum(adjustCauses, 'Say why.'),
    note: z.string().max(500, '500 characters at most.').nullable(),
  }),
});
