import { z } from 'zod';
import { cleanName } from '../../../core/text/clean.ts';
import { clock, day, weekdays } from '../../../core/time/shapes.ts';
import { mostLateMinutes } from './model.ts';

const times = {
  days: weekdays,
  cutOff: clock,
  /** Null: at the cut-off. */
  pickUp: clock.nullable(),
  lateMinutes: z
    .int('A whole number of minutes.')
    .min(0, 'At least 0 minutes.')
    .max(mostLateMinutes, `At most ${mostLateMinutes} minutes.`)
    .nullable(),
};

/** A new collection. */
export const newDraft = z.object({
  location: z.string('Pick a location.'),
  /** Of a carrier, or of one of its services: see `takesOf`. */
  takes: z.string('Pick a carrier.'),
  ...times,
});

/** What can be changed of one; empty inputs are null. */
export const editDraft = z.object({ ...times, validFrom: day.nullable(), validTo: day.nullable() });

export const dayDraft = z.object({
  on: z.string('Pick a day.').pipe(day),
  comes: z.enum(['other', 'none'], 'Say whether it comes.'),
  cutOff: clock.nullable(),
  pickUp: clock.nullable(),
  why: z
    .string('Say why.')
    .max(80, 'At most 80 characters.')
    .transform((why) => cleanName(why))
    .refine((why) => why !== '', 'Say why.'),
});

/** Null: today. */
export const endDraft = z.object({ last: day.nullable() });

/** A carrier, or one of its services, as one choice. */
export function takesOf(carrier: string, service: string | null): string {
  return service === null ? carrier : `${carrier}/${service}`;
}

export function readTakes(takes: string): { readonly carrier: string; readonly service: string | null } {
  const [carrier = '', service = null] = takes.split('/');
  return { carrier, service };
}
