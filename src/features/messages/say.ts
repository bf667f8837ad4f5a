import { z } from 'zod';
import { mutation } from '../../core/runtime/operation.ts';
import type { Message } from '../../core/tokens/reply.ts';
import { answer } from './notifications.ts';
import { keepMessages } from './permissions.ts';

/** Keeps an answer until Slack has accepted it. The same `about` is posted once. Run by the system. */
export const say = mutation({
  name: 'messages.say',
  permission: keepMessages,
  input: z.object({
    /** Identifies the answer, such as by the message that it answers. */
    about: z.string().min(1),
    /** A channel, or a Slack user for their direct messages. */
    place: z.string().min(1),
    threadTs: z.string().optional(),
    /** Gets it directly if Slack refuses the place. */
    asker: z.string(),
    message: z.custom<Message>(),
  }),
  run: async (_, { about, place, threadTs, asker, message }) => ({
    result: null,
    changes: [],
    notifications: [answer.about(about, place, { message }, { owner: asker, ...(threadTs && { threadTs }) })],
  }),
});
