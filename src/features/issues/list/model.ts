import type { Department } from '../../../core/tokens/departments.ts';
import type { Issue, Severity, State } from '../issue/model.ts';

/** What a list shows. */
export interface Filter {
  /** open: new, on it or waiting. */
  readonly state: State | 'open';
  /** Null: any. */
  readonly severity: Severity | null;
  readonly department: Department | null;
  readonly whose: 'all' | 'mine';
  /** The last one of the page before: severity's place and number. */
  readonly after: [rank: number, number: number] | null;
}

export interface Page {
  readonly filter: Filter;
  readonly issues: readonly Issue[];
  /** How many there are with this filter, on all pages. */
  readonly total: number;
  /** Where the next page begins; null on the last. */
  readonly next: Filter['after'];
}

export const pageSize = 8;
