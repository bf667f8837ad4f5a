import { states } from '../request/model.ts';
import type { Shown } from '../card/model.ts';

export const listStates = [...states, 'all'] as const;
export const whose = ['all', 'mine', 'for me'] as const;

/** What a list shows. */
export interface Filter {
  readonly state: (typeof listStates)[number];
  /** The id of a kind; null: any. */
  readonly kind: string | null;
  /** `mine`: asked by the one who looks; `for me`: waiting for their yes. */
  readonly whose: (typeof whose)[number];
  /** The last one of the page before: 0 where it waits for the one who looks, else 1; and its number. */
  readonly after: [rank: number, number: number] | null;
}

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
