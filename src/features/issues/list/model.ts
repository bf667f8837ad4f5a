import type { Department } from '../../../core/tokens/departments.ts';
import type { Page } from '../../../core/tokens/page.ts';
import type { Issue, Severity, State } from '../issue/model.ts';

export interface Filter {
  /** open: new, on it or waiting. */
  readonly state: State | 'open';
  /** Null: any. */
  readonly severity: Severity | null;
  readonly department: Department | null;
  readonly whose: 'all' | 'mine';
}

export type IssuePage = Page<Issue, Filter>;

export const pageSize = 8;
