import { actsOn } from '../../../cases/due.ts';
import { recordEvent } from '../../../cases/record-event.ts';
import { issueCase } from '../issue/case.ts';
import { deadlineDue } from '../issue/due.ts';
import { findLeads } from '../issue/find-leads.ts';
import { isOpen } from '../issue/model.ts';

/** When an issue is overdue its owner is told; without an owner, the leads are. */
export const remindOfDeadline = actsOn(deadlineDue, issueCase, async (ctx, issue) => {
  if (!issue.dueAt || !isOpen(issue.state)) return null;
  const owner = issue.owner?.active ? issue.owner.slackUserId : null;
  return await recordEvent(ctx, issueCase, issue, {
    what: 'due passed',
    after: { dueAt: issue.dueAt.toISOString() },
    mentions: owner ? [owner] : await findLeads(ctx, issue.department),
    broadcast: owner === null,
  });
});
