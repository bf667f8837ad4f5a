import type { IssueStep } from '../playbooks/model.ts';

/** What a card shows beside the issue itself. */
export interface CardExtras {
  readonly steps: readonly IssueStep[];
  /** How what it touches stands now, by ref. */
  readonly standing: ReadonlyMap<string, string>;
  /** What its kind is called; null: no feature declares it any more. */
  readonly kindLabel: string | null;
}

export const noExtras: CardExtras = { steps: [], standing: new Map(), kindLabel: null };
