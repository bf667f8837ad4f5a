import type { Shown } from '../card/model.ts';
import type { Filter } from '../request/list-filter.ts';

export interface Line extends Shown {
  /** It waits for the one who looks. */
  readonly forMe: boolean;
}

export interface Page {
  readonly filter: Filter;
  readonly lines: readonly Line[];
  /** How many there are with this filter, on all pages. */
  readonly total: number;
  /** How many of them wait for the one who looks. */
  readonly forMe: number;
  /** Where the next page begins; null on the last. */
  readonly next: Filter['after'];
  /** The kinds there are, for the menu. */
  readonly kinds: readonly { readonly id: string; readonly title: string }[];
}

export const pageSize = 8;

/** How many the list of what is pending about one thing shows. */
export const pendingShown = 8;
