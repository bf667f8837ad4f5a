import { actsOn } from '../../../cases/due.ts';
import { recordEvent } from '../../../cases/record-event.ts';
import { issueCase } from '../issue/case.ts';
import { reviewDue } from '../issue/due.ts';
import { findLeads } from '../issue/find-leads.ts';
import { isOpen } from '../issue/model.ts';
import { findReview } from './store.ts';

/** Reminds the last owner, once, when a critical or high issue has no review. */
export const remindOfReview = actsOn(reviewDue, issueCase, async (ctx, issue) => {
  const { id, state, severity, owner, department } = issue;
  if (isOpen(state) || (await findReview(ctx.tx, id))) return null;
  return await recordEvent(ctx, issueCase, issue, {
    what: 'review missed',
    after: { severity },
    mentions: owner?.active ? [owner.slackUserId] : await findLeads(ctx, department),
  });
});
