import { z } from 'zod';

const mostMinutes = 60 * 24 * 28;

/** What the form asks for. */
export const feedDraft = z.object({
  watched: z.enum(['yes', 'no'], 'Say whether its silence is told.'),
  minGap: z
    .int('A whole number of minutes.')
    .min(1, 'At least 1 minute.')
    .max(mostMinutes, 'At most four weeks.')
    .nullable(),
});
