import { z } from 'zod';
import { day } from '../../../core/time/shapes.ts';

/** Why it comes on another day. */
export const reasons = [
  'supplier late',
  'held by customs',
  'carrier late',
  'quality',
  'we asked for it',
  'other',
] as const;

export const dateDraft = z.object({
  on: day,
  reason: z.enum(reasons, 'Pick why.'),
  note: z.string().max(200, 'At most 200 characters.').nullable(),
});

/** A line of which the day may be another. Days are "2026-12-24". */
export interface DatedLine {
  readonly id: string;
  /** "PO 4711". */
  readonly order: string;
  readonly supplier: string | null;
  /** What it brings: its SKU's code, else what its source calls it; null: nobody says. */
  readonly what: string | null;
  /** Still to come of it. */
  readonly units: number;
  readonly promisedOn: string | null;
  readonly expectedOn: string | null;
  readonly open: boolean;
  readonly skuId: string | null;
}

/** What follows from the day of a line, as it is now. */
export interface DateOutcome {
  readonly line: DatedLine;
  /** What it was expected on before; absent: it is the same day as before. */
  readonly before?: string | null;
  readonly outlook: {
    readonly code: string;
    readonly available: number;
    readonly perDay: number | null;
    readonly comingOn: string | null;
    readonly currency: string;
    readonly risk: {
      readonly runsOutOn: string | null;
      readonly until: string;
      readonly units: number;
      readonly minor: bigint | null;
    } | null;
  } | null;
  readonly waited: { readonly orders: number; readonly pieces: number; readonly shipBy: Date | null } | null;
  /** Other places where some of it is available, the most first. */
  readonly elsewhere: readonly { readonly name: string; readonly available: number }[];
  readonly others: readonly {
    readonly supplier: string;
    readonly deliveries: number;
    readonly lastOn: string;
    readonly leadDays: number | null;
  }[];
  readonly today: string;
}
