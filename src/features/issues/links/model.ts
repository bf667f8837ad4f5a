import type { Issue } from '../issue/model.ts';

/** How many issues the card of something names. */
export const linkedShown = 3;
/** How many its list shows. */
export const linkedListed = 20;

/** An open issue that touches something. */
export interface LinkedIssue extends Pick<Issue, 'id' | 'number' | 'severity' | 'title' | 'owner'> {
  readonly ref: string;
  /** Of all that touch it. */
  readonly total: number;
}
