import type { MutationContext } from '../../../core/runtime/context.ts';
import type { Due } from '../../../core/tokens/due.ts';
import { stepsDue } from '../issue/due.ts';
import type { Issue } from '../issue/model.ts';
import { type IssueStep, nextReminder } from './model.ts';
import { listSteps } from './store.ts';

/** A snooze that ends early brings the reminders of late steps back. */
export async function resumeSteps(
  ctx: MutationContext,
  issue: Pick<Issue, 'id' | 'state'>,
): Promise<readonly Due[]> {
  return issue.state === 'waiting' ? [stepsReminder(issue.id, await listSteps(ctx.tx, issue.id))] : [];
}

/** The next reminder of a late step. */
export function stepsReminder(issueId: string, steps: readonly IssueStep[]): Due {
  const next = nextReminder(steps);
  return next ? stepsDue.at(issueId, next) : stepsDue.never(issueId);
}
