import { type Issue, isOpen } from '../issue/model.ts';
import { closesAfterMs, leadsToldAfterMs } from '../issue/promise-rules.ts';
import { type IssueStep, nextReminder } from '../playbooks/model.ts';

/** What happens by itself. */
export interface Upcoming {
  readonly what: 'owner' | 'leads' | 'wakes' | 'due' | 'step' | 'closes';
  readonly at: Date;
}

/** The next thing that happens to an issue although nobody presses anything; null: nothing. */
export function upcoming(issue: Issue, steps: readonly IssueStep[], now: Date): Upcoming | null {
  const [first = null] = all(issue, steps)
    .filter(({ at }) => at > now)
    .toSorted((a, b) => a.at.getTime() - b.at.getTime());
  return first;
}

function all(issue: Issue, steps: readonly IssueStep[]): readonly Upcoming[] {
  const { state, dueAt, snoozedUntil, resolvedAt } = issue;
  if (state === 'done' && resolvedAt)
    return [{ what: 'closes', at: new Date(resolvedAt.getTime() + closesAfterMs) }];
  if (!isOpen(state)) return [];
  // A snoozed issue reminds of no step.
  const step = state === 'waiting' ? null : nextReminder(steps);
  return [
    ...ofPromise(issue),
    ...(state === 'waiting' && snoozedUntil ? [{ what: 'wakes', at: snoozedUntil } as const] : []),
    ...(dueAt ? [{ what: 'due', at: dueAt } as const] : []),
    ...(step ? [{ what: 'step', at: step } as const] : []),
  ];
}

function ofPromise({ state, promiseAt, remindedAt, severity }: Issue): readonly Upcoming[] {
  if (state !== 'on it' || !promiseAt) return [];
  if (!remindedAt) return [{ what: 'owner', at: promiseAt }];
  const later = leadsToldAfterMs(severity);
  return later === null ? [] : [{ what: 'leads', at: new Date(remindedAt.getTime() + later) }];
}
