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
    // Back to new: it was assigned to somebody who has not taken it yet, or its owner left.
    'on it': ['new', 'waiting', 'done'],
    waiting: ['new', 'on it', 'done'],
    done: ['new', 'closed'],
    closed: ['new'],
  },
});

export const resolutions = [
  'fixed',
  'worked around',
  'settled by others',
  'duplicate',
  'false alarm',
  'will not be fixed',
] as const;

/** Slack takes far longer messages; a card has to stay short. */
export const maxTitle = 150;
export const maxText = 3_000;

/** Something an issue is about. */
export interface Link {
  /** `message` for a Slack message, else the `linkKindOf` of a finder. */
  readonly what: string;
  readonly ref: string;
  readonly label: string;
  readonly url: string | null;
}

/** Many things of one kind that an issue is about. */
export interface Behind {
  readonly what: string;
  readonly refs: readonly string[];
}

export interface Issue {
  readonly id: string;
  readonly number: number;
  /** An `IssueKind`. Its feature may be gone by now. */
  readonly kind: string;
  readonly severity: Severity;
  readonly department: Department;
  readonly title: string;
  readonly details: string | null;
  readonly state: State;
  readonly owner: Somebody | null;
  /** Who was asked to take it, and by whom. The owner stays until they accept. */
  readonly asked: Somebody | null;
  readonly askedBy: Somebody | null;
  readonly reporter: Somebody | null;
  /** The name of the source outside that raised it. */
  readonly connector: string | null;
  readonly source: string;
  readonly place: string;
  /** Slack users who have a copy of the card in their direct messages. */
  readonly copies: readonly string[];
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
  /** When somebody asked for a room. */
  readonly roomAskedAt: Date | null;
  readonly room: string | null;
  /** Slack's reason for refusing the room. */
  readonly roomRefused: string | null;
  readonly createdAt: Date;
  readonly links: readonly Link[];
}

/** What raising an issue came to. */
export interface Raised {
  readonly issue: Issue;
  /** False: it was open already. */
  readonly raised: boolean;
  /** What was not raised because the open issue looks the same; null: nothing was held back. */
  readonly draft: string | null;
}

/** Bad enough that leads hear of it at once, and that it gets a review. */
export function isUrgent({ severity }: Pick<Issue, 'severity'>): boolean {
  return severity === 'critical' || severity === 'high';
}

/** Its owner promised it for a moment that has passed. */
export function isLate({ state, promiseAt }: Pick<Issue, 'state' | 'promiseAt'>, now: Date): boolean {
  return state === 'on it' && promiseAt !== null && promiseAt <= now;
}

/** The late ones first, else in the order they came. */
export function lateFirst(issues: readonly Issue[], now: Date): readonly Issue[] {
  return issues.toSorted((a, b) => Number(isLate(b, now)) - Number(isLate(a, now)));
}

export function isOpen(state: State): boolean {
  return openStates.includes(state);
}
