import { z } from 'zod';
import { defineNotification } from '../../../core/tokens/notification.ts';

const issue = z.uuid();

/** The living card of an issue, where its department works. */
export const issueCard = defineNotification({
  id: 'issues.card',
  priority: 'status',
  shape: 'living',
  late: 'deliver',
  inDoubt: 'repeat',
  // Somebody waits for it to be seen.
  counted: false,
  facts: z.object({}),
});

/** A step, as a line in the thread of the card. */
export const issueLine = defineNotification({
  id: 'issues.line',
  priority: 'decision',
  shape: 'once',
  late: 'deliver',
  inDoubt: 'repeat',
  counted: false,
  /** `mentions`: the Slack users who are to act. */
  facts: z.object({ issue, mentions: z.array(z.string()) }),
});

/** Asks one person to act: a direct message. */
export const issueAsked = defineNotification({
  id: 'issues.asked',
  priority: 'decision',
  shape: 'once',
  late: 'deliver',
  inDoubt: 'repeat',
  counted: false,
  facts: z.object({ issue }),
});
