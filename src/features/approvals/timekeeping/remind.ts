import { actsOn } from '../../../cases/due.ts';
import { nextReminder } from '../asking/reminder-rules.ts';
import { usersToAsk } from '../electorate/voters.ts';
import { approvalCase } from '../request/case.ts';
import { remindDue } from '../request/due.ts';
import { approvalFacts } from '../request/facts-model.ts';
import { isWaiting } from '../request/model.ts';
import { approvalReminder } from '../request/notifications.ts';
import { updateApproval } from '../request/store.ts';

/** Reminds everybody who can still decide a waiting request. */
export const remindApprovers = actsOn(remindDue, approvalCase, async (ctx, approval) => {
  if (!isWaiting(approval)) return null;
  const { id, round, stage, requester } = approval;
  const reminders = approval.reminders + 1;
  await updateApproval(ctx.tx, approval, { reminders });
  const owner = requester.active ? { owner: requester.slackUserId } : {};
  const subject = `${id} ${round} ${stage} ${reminders}`;
  return {
    changes: [
      {
        subject: { kind: 'approval', id },
        before: { reminders: approval.reminders },
        after: { reminders },
        reason: 'reminded',
      },
    ],
    notifications: (await usersToAsk(ctx, approval)).map((user) =>
      approvalReminder.about(subject, user, { approval: id, round }, owner),
    ),
    facts: approvalFacts.changed([id]),
    next: nextReminder({ ...approval, reminders }, ctx.now, ctx.workspace.timeZone),
  };
});
