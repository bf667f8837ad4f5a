import { z } from 'zod';
import { livingCard, toldOnce } from '../../../cases/notifications.ts';
import { defineNotification } from '../../../core/tokens/notification.ts';

const issue = z.uuid();

/** The living card of an issue, where its department works. */
export const issueCard = defineNotification({
  id: 'issues.card',
  ...livingCard,
  priority: 'status',
  facts: z.object({}),
});

/** An event, as a line in the thread of the card. */
export const issueLine = defineNotification({
  id: 'issues.line',
  ...toldOnce,
  /** `mentions`: the Slack users who are to act. */
  facts: z.object({ issue, mentions: z.array(z.string()) }),
});

/** Asks one person to act: a direct message. */
export const issueAsked = defineNotification({
  id: 'issues.asked',
  ...toldOnce,
  facts: z.object({ issue }),
});
