import type { Somebody } from '../../../cases/model.ts';
import type { Department } from '../../../core/tokens/departments.ts';
import { defineStates } from '../../../core/tokens/states.ts';

/** Worst first. */
export const severities = ['critical', 'high', 'normal', 'low'] as const;
export type Severity = (typeof severities)[number];

export const states = ['new', 'on it', 'waiting', 'done', 'closed'] as const;
export type State = (typeof states)[number];
const openStates: readonly State[] = ['new', 'on it', 'waiting'];

export const stateTable = defineStates<State>({
  name: 'issue',
  initial: 'new',
  arrows: {
    new: ['on it', 'waiting', 'done'],
    // Back to new: it was given to somebody who has not taken it yet, or its owner left.
    'on it': ['new', 'waiting', 'done'],
    waiting: ['new', 'on it', 'done'],
    done: ['new', 'closed'],
    closed: ['new'],
  },
});

/** How an issue ended. */
export const resolutions = [
  'fixed',
  'worked around',
  'settled by others',
  'duplicate',
  'false alarm',
  'will not be fixed',
] as const;

/** Slack's own limit for a message is far higher; a card must stay a card. */
export const maxTitle = 150;
export const maxText = 3_000;

/** What an issue touches. */
export interface Link {
  /** `message` of Slack, or what a feature's finder finds: see `linkKindOf`. */
  readonly what: string;
  readonly ref: string;
  readonly label: string;
  readonly url: string | null;
}

export interface Issue {
  readonly id: string;
  readonly number: number;
  /** An `IssueKind`, which a feature may have stopped declaring since. */
  readonly kind: string;
  readonly severity: Severity;
  readonly department: Department;
  readonly title: string;
  readonly details: string | null;
  readonly state: State;
  readonly owner: Somebody | null;
  readonly reporter: Somebody | null;
  readonly source: string;
  readonly place: string;
  readonly dueAt: Date | null;
  readonly promiseAt: Date | null;
  readonly remindedAt: Date | null;
  readonly snoozedUntil: Date | null;
  readonly takenAt: Date | null;
  readonly acknowledgedAt: Date | null;
  readonly resolvedAt: Date | null;
  readonly resolutionCode: string | null;
  readonly resolutionNote: string | null;
  readonly closedAt: Date | null;
  /** When a channel of its own was asked for. */
  readonly roomAskedAt: Date | null;
  readonly room: string | null;
  /** Slack's reason why there is none. */
  readonly roomRefused: string | null;
  readonly createdAt: Date;
  readonly links: readonly Link[];
}

export function isOpen(state: State): boolean {
  return openStates.includes(state);
}
