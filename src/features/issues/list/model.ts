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

/** Open issues by severity. */
export type Counts = Readonly<Partial<Record<Severity, number>>>;

export interface IssuePage extends Page<Issue, Filter> {
  /** What is open for other departments; null: the page shows all departments, or not what is open. */
  readonly elsewhere: Counts | null;
}

export const pageSize = 8;
