import { z } from 'zod';
import type { Choice } from '../../../core/tokens/choice.ts';
import { longestName, mostFigures, periods } from './model.ts';

/** Past slots after an outage: each, late · the newest alone · none later than an hour. */
const catchUps = ['late', 'newest', 'skip'] as const;
/** Of `skip`: minutes. */
export const skipAfterMin = 60;

export const settingsShape = z.object({
  name: z
    .string('Name it, such as Morning figures.')
    .trim()
    .min(1, 'Name it, such as Morning figures.')
    .max(longestName, `A name has at most ${longestName} characters.`),
  period: z.enum(periods, 'Pick the days.'),
  sections: z.array(z.string()),
  kpis: z.array(z.string()).max(mostFigures, `At most ${mostFigures} figures are read at a glance.`),
  skipIfEmpty: z.boolean(),
  tolerance: z.int().min(0).max(100),
  catchUp: z.enum(catchUps),
});

export const draftShape = settingsShape.extend({
  /** A channel, or whoever sets it up. */
  place: z.string(),
  when: z.string('Say when, such as every weekday 08:30.').max(200, 'That is too long for a schedule.'),
});
export type Draft = z.output<typeof draftShape>;

/** What can be picked. */
export interface Choices {
  readonly sections: readonly Choice[];
  readonly kpis: readonly Choice[];
}

/** When it would be posted, or why that is not known. */
export type Times = { readonly next: readonly Date[] } | { readonly fault: string };
