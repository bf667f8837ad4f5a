import { z } from 'zod';
import { livingCard, toldOnce } from '../../../cases/notifications.ts';
import { defineNotification } from '../../../core/tokens/notification.ts';

const approval = z.uuid();

/** The living card of a request, in the channel for approvals and with everybody who was asked. */
export const approvalCard = defineNotification({
  id: 'approvals.card',
  ...livingCard,
  priority: 'decision',
  facts: z.object({}),
});

/** An event, as a line in the thread of the card. */
export const approvalLine = defineNotification({
  id: 'approvals.line',
  ...toldOnce,
  /** `mentions`: the Slack users who are to act. */
  facts: z.object({ approval, mentions: z.array(z.string()) }),
});

/** The same event, told to one person directly: they asked for it, or they are to act. */
export const approvalTold = defineNotification({
  id: 'approvals.told',
  ...toldOnce,
  facts: z.object({ approval }),
});

/** Asks once more for a yes or a no. */
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
