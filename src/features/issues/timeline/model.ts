import type { IssueEvent } from '../issue/event-model.ts';
import type { Issue } from '../issue/model.ts';

/** Steps on one page. */
export const timelinePage = 20;

export interface Timeline {
  readonly issue: Issue;
  /** As they went. */
  readonly events: readonly IssueEvent[];
  /** Where the page before begins; null: there is none. */
  readonly earlier: string | null;
}
