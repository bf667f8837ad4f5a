import { defineStates, type StateTable } from '../../core/tokens/states.ts';

const states = ['running', 'ended', 'stopped'] as const;
export type State = (typeof states)[number];

export const runStates: StateTable<State> = defineStates({
  name: 'bulk run',
  initial: 'running',
  arrows: { running: ['ended', 'stopped'], ended: [], stopped: [] },
});

/**
 * done: acted on. already: somebody did it before. changed: it was no longer as selected, and left alone. refused: a rule of its own said no. failed: our
 * fault.
 */
export const outcomes = ['done', 'already', 'changed', 'refused', 'failed'] as const;
export type Outcome = (typeof outcomes)[number];

export interface Selection {
  readonly id: string;
  readonly kind: string;
  readonly count: number;
  readonly slackUserId: string;
  readonly expiresAt: Date;
  /** Somebody has acted on it. */
  readonly isUsed: boolean;
}

export interface Run {
  readonly id: string;
  readonly selectionId: string;
  readonly kind: string;
  readonly count: number;
  readonly action: string;
  readonly params: unknown;
  readonly slackUserId: string;
  readonly approval: number;
  readonly state: State;
  readonly reason: string | null;
}

export interface Item {
  readonly ordinal: number;
  readonly ref: string;
  readonly label: string;
  readonly seen: string;
}

export interface Result extends Item {
  /** Null: it was not reached. */
  readonly outcome: Outcome | null;
  readonly said: string | null;
}

export type Tally = Readonly<Partial<Record<Outcome, number>>>;

/** Beyond this a person cannot know what they do. */
export const mostSelected = 10_000;
export const goodForMs = 24 * 3_600_000;
/** Selections, and what was done with them, are forgotten after this. */
export const keptDays = 90;
