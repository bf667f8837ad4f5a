import { z } from 'zod';

export const day = z.iso.date('Write it like 2026-12-24.');
const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Write it like 09:00.');

/** What the form asks for. Midnight as the end is the day's end. */
export const hoursDraft = z.object({
  days: z.array(z.coerce.number().int().min(1).max(7)).min(1, 'Pick at least one day.'),
  opens: clock,
  closes: clock,
  region: z.string().nullable(),
  from: day.nullable(),
});
