import type { Somebody } from '../../../cases/model.ts';
import type { Department } from '../../../core/tokens/departments.ts';
import type { Role } from '../../../core/tokens/permission.ts';
import { defineStates } from '../../../core/tokens/states.ts';
import { type Directing, leadsAmong } from '../issue/leads-rules.ts';
import type { Issue } from '../issue/model.ts';

/** Who does a step: the owner of the issue, a department, or the holders of a role. */
export type StepOwner = 'owner' | Department | `role ${Role}`;

export interface Playbook {
  readonly key: string;
  readonly title: string;
  /** The issue kinds it is meant for. Any issue may start it. */
  readonly kinds: readonly string[];
  readonly steps: readonly {
    readonly what: string;
    readonly owner: StepOwner;
    /** Minutes from the start of the playbook. */
    readonly within: number;
    /** A text for customers, or a number to call. */
    readonly details?: string;
  }[];
}

export const stepStates = ['open', 'done', 'skipped'] as const;
export type StepState = (typeof stepStates)[number];

export const stepTable = defineStates<StepState>({
  name: 'issue step',
  initial: 'open',
  arrows: { open: ['done', 'skipped'], done: [], skipped: [] },
});

/** A step of an issue: a copy, which later versions of the playbook do not change. */
export interface IssueStep {
  readonly id: string;
  /** Empty for a step that somebody added. */
  readonly playbook: string;
  readonly ordinal: number;
  readonly what: string;
  readonly details: string | null;
  readonly owner: StepOwner;
  readonly dueAt: Date;
  readonly remindedAt: Date | null;
  readonly state: StepState;
  readonly settledAt: Date | null;
  readonly settledBy: Somebody | null;
  readonly reason: string | null;
}

/** More steps do not fit in a card. */
export const maxSteps = 20;
export const maxStep = 200;

export interface Progress {
  readonly done: number;
  readonly skipped: number;
  readonly total: number;
  /** Null: every step is done or skipped. */
  readonly next: IssueStep | null;
}

export function progressOf(steps: readonly IssueStep[]): Progress {
  const [next = null] = openSteps(steps).toSorted(
    (a, b) => a.dueAt.getTime() - b.dueAt.getTime() || a.ordinal - b.ordinal,
  );
  const inState = (state: StepState) => steps.filter((step) => step.state === state).length;
  return { done: inState('done'), skipped: inState('skipped'), total: steps.length, next };
}

export function openSteps(steps: readonly IssueStep[]): readonly IssueStep[] {
  return steps.filter(({ state }) => state === 'open');
}

/** The moment of the next reminder; null: none is left. */
export function nextReminder(steps: readonly IssueStep[]): Date | null {
  const waiting = openSteps(steps).filter(({ remindedAt }) => !remindedAt);
  return waiting.length > 0 ? new Date(Math.min(...waiting.map(({ dueAt }) => dueAt.getTime()))) : null;
}

/** The Slack users who are reminded of a late step; the leads, where the step has nobody. */
export function whoToRemind(
  owner: StepOwner,
  issue: Pick<Issue, 'owner' | 'department'>,
  people: readonly Directing[],
): readonly string[] {
  if (owner === 'owner' && issue.owner?.active) return [issue.owner.slackUserId];
  if (owner === 'owner') return leadsAmong(people, issue.department);
  if (!owner.startsWith('role ')) return leadsAmong(people, owner as Department);
  const holders = people.filter(({ roles }) => roles.some((role) => `role ${role}` === owner));
  return leadsAmong(holders.length > 0 ? holders : people, issue.department);
}
