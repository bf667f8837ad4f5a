import { z } from 'zod';
import { defineStates } from '../../../core/tokens/states.ts';

// Where an outside system keeps the numbers, a change is not booked: somebody enters it there, and it is shown until
// a statement of that system agrees.

/** Withdrawn: nobody is to enter it any more. A reopened task opens its change again. */
export const outsideStates = defineStates<'open' | 'agreed' | 'withdrawn'>({
  name: 'outside change',
  initial: 'open',
  arrows: { open: ['agreed', 'withdrawn'], agreed: ['open'], withdrawn: ['open'] },
});
export type OutsideState = keyof typeof outsideStates.arrows;

/** A change, as the ledger's statements are held against it. */
export interface OutsideChange {
  readonly id: string;
  readonly skuId: string;
  readonly locationId: string;
  /** Signed units of what is available. */
  readonly quantity: number;
  /** What was available when it was asked, with what of other changes has agreed since. */
  readonly told: number;
  readonly askedAt: Date;
  /** When its task was marked done; null: it was not. */
  readonly enteredAt: Date | null;
  readonly state: OutsideState;
  readonly issueId: string;
  readonly issueNumber: number;
}

const instant = z.coerce.date();

/** An open change as the card of its SKU tells it. */
export const shownChange = z.object({
  id: z.string(),
  location: z.string(),
  kind: z.string(),
  /** What is available there now. */
  available: z.number(),
  quantity: z.number(),
  cause: z.string(),
  by: z.string().nullable(),
  askedAt: instant,
  issueNumber: z.number(),
  enteredAt: instant.nullable(),
  enteredBy: z.string().nullable(),
});
export type ShownChange = z.output<typeof shownChange>;
