import { z } from 'zod';
import { cleanName } from '../../../core/text/clean.ts';
import { locationKinds, mostName, records } from './model.ts';

const mostMinutes = 60 * 24 * 365;

/** What the form asks for; empty inputs are null. */
export const locationDraft = z.object({
  name: z
    .string()
    .max(mostName, `At most ${mostName} characters.`)
    .transform((name) => cleanName(name, mostName) || null)
    .nullable(),
  kind: z.enum(locationKinds, 'Say what it is.'),
  timeZone: z.string().nullable(),
  /** Null: as is usual for what it is. */
  record: z.enum(records, 'Say who keeps its stock numbers.').nullable(),
  staleMinutes: z
    .int('A whole number of minutes.')
    .min(1, 'At least 1 minute.')
    .max(mostMinutes, 'At most a year.')
    .nullable(),
});
export type LocationDraft = z.output<typeof locationDraft>;
