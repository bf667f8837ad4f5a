import type { IssueEvent } from '../issue/event-model.ts';
import type { IssueStep } from '../playbooks/model.ts';

/** Data on a card that is not part of the issue. */
export interface CardExtras {
  readonly steps: readonly IssueStep[];
  /** The present state of each link, by ref. */
  readonly standing: ReadonlyMap<string, string>;
  /** The label of its kind; null: no feature declares the kind any more. */
  readonly kindLabel: string | null;
  /** The last time it was reopened; null: never. */
  readonly reopening: IssueEvent | null;
  /** Whether a room can be opened for it. */
  readonly mayHaveRoom: boolean;
}

export const noExtras: CardExtras = {
  steps: [],
  standing: new Map(),
  kindLabel: null,
  reopening: null,
  mayHaveRoom: true,
};
