import { isPerson } from '../../core/tokens/place.ts';

/** The most separate posts a day in a channel and to a person, by the shop's calendar; pages are exempt. */
const budgets = { channel: 15, person: 8 } as const;

/** The messages that a notice is about: those of a place, of a kind, or a single one. */
export interface Group {
  readonly by: 'place' | 'kind' | 'id';
  readonly key: string;
}

/** Undelivered messages, as they are now; the details are those of the newest. */
export interface Undelivered {
  readonly count: number;
  readonly state: 'blocked' | 'broken' | 'held';
  readonly place: string;
  readonly kind: string;
  /** Slack's or our own reason. */
  readonly error: string;
}

/** A line of a list, one for each message. */
export interface Line {
  readonly id: string;
  /** The finding its own message would begin with; plain text. */
  readonly text: string;
}

export interface Lines {
  readonly shown: readonly Line[];
  readonly more: number;
}

/** The most lines a list shows; each is redrawn together with the list. */
export const maxLines = 20;

export function budgetOf(place: string): number {
  return isPerson(place) ? budgets.person : budgets.channel;
}
