import type { Status } from '../card/rules.ts';
import type { Risk } from './rules.ts';

/** What is here of a SKU, at all places together: what can be sold, and what is taken for orders. */
export interface AtHand {
  readonly available: number;
  readonly committed: number;
}

/** How long a SKU lasts, and what is at risk until its next receipt; days are "2026-12-24". */
export interface Outlook {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly available: number;
  readonly incoming: number;
  readonly status: Status;
  /** Units sold a day, and for how many days they last; null: nobody can say. */
  readonly perDay: number | null;
  readonly coverDays: number | null;
  /** When the next pieces come; null: nobody knows. */
  readonly comingOn: string | null;
  /** Null: nobody knows how fast it sells. */
  readonly risk: Risk | null;
  readonly currency: string;
  /** Where some is available, the most first. */
  readonly places: readonly {
    readonly id: string;
    readonly code: string;
    readonly name: string;
    readonly available: number;
  }[];
}
