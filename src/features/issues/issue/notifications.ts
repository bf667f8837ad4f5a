import { z } from 'zod';
import { livingCard, toldOnce } from '../../../cases/notifications.ts';
import { defineNotification } from '../../../core/tokens/notification.ts';

const issue = z.uuid();

/** The living card of an issue. */
export const issueCard = defineNotification({
  id: 'issues.card',
  ...livingCard,
  priority: 'status',
  facts: z.object({}),
});

/** An event, as a line in the thread of its card. */
export const issueLine = defineNotification({
  id: 'issues.line',
  ...toldOnce,
  /** `mentions`: the Slack users who have to act. */
  facts: z.object({ issue, mentions: z.array(z.string()) }),
});

/** An event by direct message, to somebody who has to do with the issue. Its id is from when only askings were told. */
export const issueTold = defineNotification({
  id: 'issues.asked',
  ...toldOnce,
  facts: z.object({ issue }),
});
