import type { DueHandler } from '../../../core/declare/due.ts';
import { nextReminder } from '../asking/reminder-rules.ts';
import { toAsk } from '../electorate/voters.ts';
import { remindDue } from '../request/due.ts';
import { isWaiting } from '../request/model.ts';
import { approvalReminder } from '../request/notifications.ts';
import { heldIfFree, soon } from '../request/record-event.ts';
import { updateApproval } from '../request/store.ts';

/** Nobody has decided it yet: those who still can are asked once more. */
export const remindApprovers: DueHandler = {
  kind: remindDue,
  async act(ctx, id) {
    const approval = await heldIfFree(ctx, id);
    if (approval === 'busy') return soon(ctx);
    if (!approval || !isWaiting(approval)) return { changes: [], next: null };
    const { round, requester } = approval;
    const reminders = approval.reminders + 1;
    await updateApproval(ctx.tx, id, { reminders });
    const owner = requester.active ? { owner: requester.slackUserId } : {};
    const subject = `${id} ${round} ${approval.stage} ${reminders}`;
    return {
      changes: [
        {
          subject: { kind: 'approval', id },
          before: { reminders: approval.reminders },
          after: { reminders },
          reason: 'reminded',
        },
      ],
      notifications: (await toAsk(ctx, approval)).map((user) =>
        approvalReminder.about(subject, user, { approval: id, round }, owner),
      ),
      next: nextReminder({ ...approval, reminders }, ctx.now, ctx.workspace.timeZone),
    };
  },
};
