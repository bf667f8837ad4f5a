import { z } from 'zod';
import { cleanName } from '../../../core/text/clean.ts';
import { clock, day, weekdays } from '../../../core/time/shapes.ts';

/** What the form asks for. Midnight as the end is the day's end. */
export const hoursDraft = z.object({
  days: weekdays,
  opens: clock,
  closes: clock,
  region: z.string().nullable(),
  from: day.nullable(),
});

export const dayOffName = z
  .string('Say what it is.')
  .max(80, 'At most 80 characters.')
  .transform((name) => cleanName(name))
  .refine((name) => name !== '', 'Say what it is.');
