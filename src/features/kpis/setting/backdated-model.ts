import { z } from 'zod';
import { day } from '../../../core/time/shapes.ts';

/** A goal in the digits of its unit: notifications hold no bigints. */
const goal = z.string().regex(/^\d+$/);

/** That days that have passed are judged by another target: what is told of it. */
export const backdated = z.object({
  kpi: z.string(),
  /** "carrier DHL"; null: for the whole business. */
  part: z.string().nullable(),
  target: goal.nullable(),
  limit: goal.nullable(),
  currency: z.string(),
  /** What held on the first of these days. */
  before: z.object({ target: goal, currency: z.string(), since: day.nullable() }).nullable(),
  validFrom: day,
  by: z.string(),
});

export type Backdated = z.output<typeof backdated>;
