import { z } from 'zod';
import { defineNotification } from '../../core/tokens/notification.ts';
import type { Message } from '../../core/tokens/reply.ts';

/** An answer to somebody, where they asked. It was drawn at that moment and is not drawn again. */
export const answer = defineNotification({
  id: 'messages.answer',
  priority: 'decision',
  shape: 'once',
  late: 'deliver',
  inDoubt: 'repeat',
  counted: false,
  refused: 'say it directly',
  facts: z.object({ message: z.custom<Message>() }),
});

/** A burst of one kind at one place, as one list. */
export const bundle = defineNotification({
  id: 'messages.bundle',
  priority: 'status',
  shape: 'living',
  late: 'deliver',
  inDoubt: 'repeat',
  counted: true,
  facts: z.object({ one: z.string(), many: z.string(), since: z.string() }),
});

/** One summary for a place, after an hour in which nothing could be sent. */
export const catchUp = defineNotification({
  id: 'messages.catch-up',
  priority: 'decision',
  shape: 'living',
  late: 'deliver',
  inDoubt: 'repeat',
  counted: false,
  facts: z.object({ since: z.string(), until: z.string(), expired: z.number() }),
});

/** Opens the thread for messages beyond a place's budget of a day. */
export const overflow = defineNotification({
  id: 'messages.overflow',
  priority: 'status',
  shape: 'living',
  late: 'collapse',
  inDoubt: 'repeat',
  counted: false,
  facts: z.object({ budget: z.number() }),
});

/**
 * Names the messages that could not be delivered, and the remedy, for their owner or the admins. Its subject is the
 * group and the day.
 */
export const undelivered = defineNotification({
  id: 'messages.unsaid',
  priority: 'decision',
  shape: 'living',
  late: 'deliver',
  inDoubt: 'repeat',
  counted: false,
  facts: z.object({
    by: z.enum(['place', 'kind', 'id']),
    key: z.string(),
    day: z.string(),
  }),
});
