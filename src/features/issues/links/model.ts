import type { Issue } from '../issue/model.ts';

/** Issues named on the card of another feature. */
export const linkedShown = 3;
/** Issues in the list that opens from it. */
export const linkedListed = 20;

/** An open issue, as the card of a linked thing names it. */
export interface LinkedIssue extends Pick<Issue, 'id' | 'number' | 'severity' | 'title' | 'owner'> {
  /** The number of all open issues linked to it. */
  readonly total: number;
}
