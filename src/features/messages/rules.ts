import { isPerson } from '../../core/tokens/place.ts';

/** Posts of their own per channel, and direct messages per person, in a day of the shop; pages are exempt. */
const budgets = { channel: 15, person: 8 } as const;

/** Which messages a notice speaks of: those of a place, of a kind, or a single one. */
export interface Group {
  readonly by: 'place' | 'kind' | 'id';
  readonly key: string;
}

/** Messages that could not be said, as they stand now; the particulars are those of the newest. */
export interface Unsaid {
  readonly count: number;
  readonly state: 'blocked' | 'broken' | 'held';
  readonly place: string;
  readonly kind: string;
  /** Slack's or our own reason. */
  readonly error: string;
}

/** A line of a list that stands for several messages. */
export interface Line {
  readonly id: string;
  /** The finding its own message would begin with; plain text. */
  readonly text: string;
}

export interface Lines {
  readonly shown: readonly Line[];
  readonly more: number;
}

/** How many lines a list shows; each is drawn anew whenever the list is. */
export const maxLines = 20;

export function budgetOf(place: string): number {
  return isPerson(place) ? budgets.person : budgets.channel;
}
