import { z } from 'zod';
import { mutation } from '../../core/runtime/operation.ts';
import { keepMembers } from './permissions.ts';
import { markGreeted } from './store.ts';

/** True the first time somebody opens the bot's messages, then false for good. Run by the system. */
export const greet = mutation({
  name: 'people.greet',
  permission: keepMembers,
  input: z.object({ slackUserId: z.string() }),
  run: async (ctx, { slackUserId }) => ({
    result: await markGreeted(ctx.tx, slackUserId, ctx.now),
    changes: [],
  }),
});
