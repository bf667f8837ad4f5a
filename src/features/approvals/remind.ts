import type { DueHandler } from '../../core/due.ts';
import { remindDue } from './due.ts';
import { approvalReminder } from './notifications.ts';
import { toAsk } from './people.ts';
import { nextReminder } from './remind-rules.ts';
import { isWaiting } from './rules.ts';
import { heldIfFree, soon } from './step.ts';
import { updateApproval } from './store.ts';

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
