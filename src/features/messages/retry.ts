import { z } from 'zod';
import { mutation } from '../../core/runtime/operation.ts';
import { notice } from './notice.ts';
import { sayAgain } from './permissions.ts';
import { findUnsaid, retryUnsaid } from './store.ts';

/** Has the messages of a place, a kind, or a single one said again; how many. */
export const retry = mutation({
  name: 'messages.retry',
  permission: sayAgain,
  input: z.object({
    by: z.enum(['place', 'kind', 'id']),
    key: z.string().max(64),
    /** The notice that was pressed, to be drawn anew. */
    day: z.string().nullable(),
  }),
  async run(ctx, { by, key, day }) {
    const before = await findUnsaid(ctx.tx, { by, key });
    const ids = await retryUnsaid(ctx.tx, { by, key }, ctx.now);
    const slackUser = ctx.actor.kind === 'person' ? ctx.actor.slackUserId : null;
    return {
      result: ids.length,
      changes: ids.map((id) => ({
        subject: { kind: 'message', id },
        before: { state: before?.state ?? null, error: before?.error ?? null },
        after: { state: 'waiting' },
      })),
      notifications: slackUser && day ? [notice({ by, key }, day, slackUser)] : [],
    };
  },
});
