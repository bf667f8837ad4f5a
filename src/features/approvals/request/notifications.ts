import { z } from 'zod';
import { livingCard, toldOnce } from '../../../cases/notifications.ts';
import { defineNotification } from '../../../core/tokens/notification.ts';

const approval = z.uuid();

/** The living card of a request, in the approvals channel and with everybody who was asked. */
export const approvalCard = defineNotification({
  id: 'approvals.card',
  ...livingCard,
  priority: 'decision',
  facts: z.object({}),
});

/** An event as a line in the card's thread. */
export const approvalLine = defineNotification({
  id: 'approvals.line',
  ...toldOnce,
  /** `mentions`: the Slack users who have to act. */
  facts: z.object({ approval, mentions: z.array(z.string()) }),
});

/** An event as a direct message, to the requester or to somebody who has to act. */
export const approvalTold = defineNotification({
  id: 'approvals.told',
  ...toldOnce,
  facts: z.object({ approval }),
});

/** Reminds an approver. */
export const approvalReminder = defineNotification({
  id: 'approvals.reminder',
  priority: 'status',
  shape: 'once',
  late: 'collapse',
  inDoubt: 'repeat',
  counted: true,
  bundle: ['approval', 'approvals'],
  facts: z.object({ approval, round: z.number().int() }),
});
