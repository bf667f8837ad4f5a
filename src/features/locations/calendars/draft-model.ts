import { z } from 'zod';
import { cleanName } from '../../../core/text/clean.ts';

export const day = z.iso.date('Write it like 2026-12-24.');
const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Write it like 09:00.');
/** 1 is Monday, as ticks give it. */
const weekday = z.enum(['1', '2', '3', '4', '5', '6', '7'], 'Pick days of the week.').transform(Number);

/** What the form asks for. Midnight as the end is the day's end. */
export const hoursDraft = z.object({
  days: z.array(weekday).min(1, 'Pick at least one day.'),
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
