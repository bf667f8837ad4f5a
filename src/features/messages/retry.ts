import { z } from 'zod';
import { mutation } from '../../core/runtime/operation.ts';
import { notice } from './notice.ts';
import { sayAgain } from './permissions.ts';
import { findUndelivered, retryUndelivered } from './store.ts';

/** Sends the messages of a place, of a kind, or a single one again. Returns how many. */
export const retry = mutation({
  name: 'messages.retry',
  permission: sayAgain,
  input: z.object({
    by: z.enum(['place', 'kind', 'id']),
    key: z.string().max(64),
    /** The day of the notice that was pressed, which is redrawn. */
    day: z.string().nullable(),
  }),
  async run(ctx, { by, key, day }) {
    const before = await findUndelivered(ctx.tx, { by, key });
    const ids = await retryUndelivered(ctx.tx, { by, key }, ctx.now);
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
