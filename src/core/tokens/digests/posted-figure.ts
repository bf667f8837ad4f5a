import { z } from 'zod';

/** YYYY-MM-DD. */
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const counted = z.object({ n: z.string(), d: z.string(), currency: z.string() });

/** A figure as it is said in a message that is posted: kept as it was said, with what it was counted from. */
export const postedShape = z.object({
  kpi: z.string(),
  version: z.int(),
  name: z.string(),
  /** The kind of feeds that it is told by; null: we ourselves tell it. */
  feed: z.string().nullable(),
  from: day,
  to: day,
  /** Exactly; none: nothing was counted. n and d are integers. */
  totals: z.array(counted),
  /** Of durations the median, in the unit of the measure. */
  median: z.number().nullable(),
  /** "94.1 %"; null: no data. */
  shown: z.string().nullable(),
  /** "1,204 of 1,280"; null: there is nothing behind it. */
  behind: z.string().nullable(),
  /** "no data since 02:10 CET": whoever tells of it is silent, so that it is not shown. */
  silent: z.string().nullable(),
  /** "86.2 % at worst (22 not delivered yet)": what it may still come down to; null: it is final. */
  pending: z.string().nullable().default(null),
  /** It is being counted for the first time. */
  isCounting: z.boolean(),
  /** "95 %"; null: there is no target. */
  target: z.string().nullable(),
  /** Null: there is none to judge by. */
  isMet: z.boolean().nullable(),
  /** "1.4 points under the target of 95 %". */
  distance: z.string().nullable(),
  /** "up 2.3 points, better"; null: nothing to hold it against. */
  change: z.string().nullable(),
  isWorse: z.boolean(),
  /** The change is more than chance makes of so many. */
  isNews: z.boolean().default(true),
  /** The days that it is held against. */
  before: z.object({ from: day, to: day, shown: z.string().nullable() }).nullable(),
});

export type PostedFigure = z.output<typeof postedShape>;
