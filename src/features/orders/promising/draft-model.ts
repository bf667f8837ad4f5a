import { z } from 'zod';
import { cleanName } from '../../../core/text/clean.ts';
import { channelKey } from '../../../core/text/code-key.ts';
import { countryCode } from '../../../core/text/country.ts';
import { day } from '../../../core/time/shapes.ts';
import { mostDays } from './model.ts';

/** The choice of a menu, which Slack does not show empty. */
export const anyService = 'any';

const days = (what: string) =>
  z
    .int(`Say how many working days ${what}.`)
    .min(0, 'At least 0 days.')
    .max(mostDays, `At most ${mostDays} days.`);

/** A country by its code or its English name. */
const country = z.string().transform((told, { addIssue }) => {
  const code = countryCode(told);
  if (code === null) addIssue('I know no such country: write DE or Germany.');
  return code ?? '';
});

/** A rule as its form tells it; what is left empty is for any order. */
export const ruleDraft = z.object({
  transitDays: days('a parcel is on its way'),
  handlingDays: days('are for handling'),
  channel: z
    .string()
    .max(80, 'At most 80 characters.')
    .transform((told) => channelKey(cleanName(told)) || null)
    .nullable(),
  /** A service's id; null: any. */
  service: z
    .string()
    .nullable()
    .transform((id) => (id === anyService ? null : id)),
  country: country.nullable(),
  /** Null: today. */
  from: day.nullable(),
});

/** Null: today. */
export const endDraft = z.object({ last: day.nullable() });
