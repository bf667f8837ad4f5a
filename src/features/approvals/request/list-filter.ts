import { states } from './model.ts';

export const listStates = [...states, 'all'] as const;
export const whoseChoices = ['all', 'mine', 'for me'] as const;

export interface ApprovalFilter {
  readonly state: (typeof listStates)[number];
  /** The id of a kind; null: any. */
  readonly kind: string | null;
  /** `mine`: requested by the reader; `for me`: waiting for the reader's yes. */
  readonly whose: (typeof whoseChoices)[number];
}
