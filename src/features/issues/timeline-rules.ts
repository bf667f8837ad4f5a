import type { IssueEvent } from './event-rules.ts';
import type { Issue } from './rules.ts';

/** Steps on one page. */
export const timelinePage = 20;

export interface Timeline {
  readonly issue: Issue;
  /** As they went. */
  readonly events: readonly IssueEvent[];
  /** Where the page before begins; null: there is none. */
  readonly earlier: string | null;
}
