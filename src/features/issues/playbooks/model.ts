import type { Somebody } from '../../../cases/model.ts';
import type { Department } from '../../../core/tokens/departments.ts';
import type { Role } from '../../../core/tokens/permission.ts';
import { defineStates } from '../../../core/tokens/states.ts';
import { type Directing, leadsAmong } from '../issue/leads-rules.ts';
import type { Issue } from '../issue/model.ts';

/** Whose a step is: the one who owns the issue, a department, or whoever holds a role. */
export type StepOwner = 'owner' | Department | `role ${Role}`;

export interface Playbook {
  readonly key: string;
  readonly title: string;
  /** The kinds of issues it is for; it may be started for any. */
  readonly kinds: readonly string[];
  readonly steps: readonly {
    readonly what: string;
    readonly owner: StepOwner;
    /** Minutes after the playbook was started. */
    readonly within: number;
    /** A text for customers, or whom to call. */
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

/** A step of an issue, kept as it was when the playbook was started. */
export interface IssueStep {
  readonly id: string;
  /** Empty for what somebody added. */
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

/** So many steps fit in a card. */
export const maxSteps = 20;
export const maxStep = 200;

export interface Progress {
  readonly done: number;
  readonly skipped: number;
  readonly total: number;
  /** What is to be done next; null: all is done or skipped. */
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

/** When the owner of a step is to be told next that it is late; null: nobody is to be told. */
export function nextReminder(steps: readonly IssueStep[]): Date | null {
  const waiting = openSteps(steps).filter(({ remindedAt }) => !remindedAt);
  return waiting.length > 0 ? new Date(Math.min(...waiting.map(({ dueAt }) => dueAt.getTime()))) : null;
}

/** The Slack users who are told of a late step; where nobody answers for it, the leads are. */
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
