import { z } from 'zod';
import { locationKinds, records } from './model.ts';

const mostName = 80;
const mostStaleHours = 24 * 365;

/** What the form asks for; empty inputs are null. */
export const locationDraft = z.object({
  name: z.string().max(mostName, `At most ${mostName} characters.`).nullable(),
  kind: z.enum(locationKinds, 'Say what it is.'),
  timeZone: z.string().nullable(),
  record: z.enum(records, 'Say who owns its stock numbers.'),
  staleHours: z.coerce
    .number('Say a number of hours.')
    .int('Whole hours.')
    .min(1, 'At least 1 hour.')
    .max(mostStaleHours, 'At most a year.')
    .nullable(),
});
export type LocationDraft = z.output<typeof locationDraft>;
