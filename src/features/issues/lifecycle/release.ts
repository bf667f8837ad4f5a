import { recordEvent } from '../../../cases/record-event.ts';
import type { MutationContext } from '../../../core/runtime/context.ts';
import { issueCase } from '../issue/case.ts';
import { findLeads } from '../issue/find-leads.ts';
import type { Issue } from '../issue/model.ts';
import { updateIssue } from '../issue/store.ts';
import { resumeSteps } from '../playbooks/schedule-reminder.ts';

/** Takes an issue from an owner who has left, and asks the leads to find another. */
export async function releaseIssue(ctx: MutationContext, issue: Issue) {
  await updateIssue(ctx.tx, issue, {
    state: 'new',
    ownerId: null,
    takenAt: null,
    promiseAt: null,
    remindedAt: null,
    snoozedUntil: null,
  });
  const recorded = await recordEvent(ctx, issueCase, issue, {
    what: 'released',
    before: { state: issue.state, owner: issue.owner?.id ?? null },
    after: { state: 'new', owner: null, left: issue.owner?.id ?? null },
    mentions: await findLeads(ctx, issue.department),
    broadcast: true,
  });
  return { ...recorded, due: await resumeSteps(ctx, issue) };
}
