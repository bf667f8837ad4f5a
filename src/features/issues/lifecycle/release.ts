import { recordEvent } from '../../../cases/record-event.ts';
import type { MutationContext } from '../../../core/runtime/context.ts';
import { issueCase } from '../issue/case.ts';
import { findLeads } from '../issue/find-leads.ts';
import { type Issue, isUrgent } from '../issue/model.ts';
import { updateIssue, withoutAsking } from '../issue/store.ts';
import { resumeSteps } from '../playbooks/schedule-reminder.ts';

/** Takes an issue from its owner: one who has left, or who lets it go. The leads are asked to find another. */
export async function releaseIssue(ctx: MutationContext, issue: Issue) {
  const { owner, department } = issue;
  await updateIssue(ctx.tx, issue, {
    state: 'new',
    ownerId: null,
    takenAt: null,
    promiseAt: null,
    remindedAt: null,
    snoozedUntil: null,
  });
  const { actor } = ctx;
  const byHand = actor.kind === 'person';
  // Somebody who lets go of what can wait needs no lead.
  const leads = !byHand || isUrgent(issue);
  const recorded = await recordEvent(ctx, issueCase, issue, {
    what: 'released',
    before: { state: issue.state, owner: owner?.id ?? null },
    after: { state: 'new', owner: null, left: owner?.id ?? null },
    mentions: leads ? await findLeads(ctx, department, byHand ? actor.slackUserId : null) : [],
    broadcast: leads,
  });
  return { ...recorded, due: await resumeSteps(ctx, issue) };
}

/** Nobody waits any more for somebody who was asked and has left. */
export async function forgetAsked(ctx: MutationContext, issue: Issue) {
  const { owner, asked, department } = issue;
  await updateIssue(ctx.tx, issue, withoutAsking(issue));
  return await recordEvent(ctx, issueCase, issue, {
    what: 'released',
    before: { state: issue.state, asked: asked?.id ?? null },
    after: { state: issue.state, asked: null, left: asked?.id ?? null },
    mentions: owner?.active ? [owner.slackUserId] : await findLeads(ctx, department),
    broadcast: !owner?.active,
  });
}
