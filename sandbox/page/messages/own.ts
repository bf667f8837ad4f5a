import type { SeenMessage } from '../../client.ts';

/** The member's newest message that they may edit: in the channel, or in this thread. */
export function lastOwn(messages: SeenMessage[], me: string, threadTs?: string): SeenMessage | undefined {
  const root = threadTs ? messages.find((m) => m.ts === threadTs) : undefined;
  const here = threadTs ? (root ? [root, ...root.replies] : []) : messages;
  return here.findLast((m) => m.user === me && !m.is_bot && !m.ephemeral);
}
