import { z } from 'zod';
import { day } from '../../../core/time/shapes.ts';

const goal = z.string().trim().max(40, '40 characters at most.').nullable();

/** What the form asks for, as somebody typed it. */
export const targetDraft = z.object({
  /** See `keyOf`. */
  scope: z.string('Say for what.').max(150),
  target: goal,
  limit: goal,
  /** Null: today. */
  validFrom: day.nullable(),
  note: z.string().trim().max(200, '200 characters at most.').nullable(),
});
