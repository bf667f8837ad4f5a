import { timeIn } from '../../../core/time/time-zone.ts';
import type { Asker } from '../issue/refusals.ts';
import { type IssueStep, maxSteps, openSteps, type Playbook } from './model.ts';

/** Why a playbook cannot be started, as a sentence; null: it can. */
export function whyNotStart(playbook: Playbook, steps: readonly IssueStep[]): string | null {
  if (steps.some((step) => step.playbook === playbook.key)) return `${playbook.title} was started before.`;
  const open = openSteps(steps).length;
  if (open > 0) return `Another list of steps is under way: ${open} of ${steps.length} are still to be done.`;
  return noRoomFor(playbook.steps.length, steps);
}

export function whyNotAddStep(steps: readonly IssueStep[]): string | null {
  return noRoomFor(1, steps);
}

/** Why a step cannot be done or skipped: somebody was first, and when. */
export function whyNotSettle(step: IssueStep, { personId, timeZone, now }: Asker): string | null {
  if (step.state === 'open') return null;
  const when = step.settledAt ? ` at ${timeIn(timeZone, step.settledAt, now)}` : '';
  const verb = step.state === 'done' ? 'did' : 'skipped';
  if (step.settledBy && step.settledBy.id === personId) return `You ${verb} step ${step.ordinal}${when}.`;
  const who = step.settledBy?.name ?? 'Quartermaster';
  return `${who} ${verb} step ${step.ordinal}${when}: they were first.`;
}

function noRoomFor(more: number, steps: readonly IssueStep[]): string | null {
  return steps.length + more > maxSteps
    ? `An issue holds ${maxSteps} steps; raise another one for more.`
    : null;
}
