import type { IssueStep } from '../playbooks/model.ts';

/** What a card shows beside the issue itself. */
export interface About {
  readonly steps: readonly IssueStep[];
  /** How what it touches stands now, by ref. */
  readonly standing: ReadonlyMap<string, string>;
}

export const nothingMore: About = { steps: [], standing: new Map() };
