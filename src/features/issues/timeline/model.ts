import type { IssueEvent } from '../issue/event-model.ts';
import type { Issue } from '../issue/model.ts';

/** Events on one page. */
export const timelinePage = 20;

export interface Timeline {
  readonly issue: Issue;
  /** Oldest first. */
  readonly events: readonly IssueEvent[];
  /** The first event shown, for the button to earlier ones; null: there are none. */
  readonly earlier: string | null;
}
