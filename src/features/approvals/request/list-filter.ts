import { states } from './model.ts';

export const listStates = [...states, 'all'] as const;
export const whoseChoices = ['all', 'mine', 'for me'] as const;

/** What a list shows. */
export interface ApprovalFilter {
  readonly state: (typeof listStates)[number];
  /** The id of a kind; null: any. */
  readonly kind: string | null;
  /** `mine`: asked by the one who looks; `for me`: waiting for their yes. */
  readonly whose: (typeof whoseChoices)[number];
}
