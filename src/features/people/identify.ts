import { z } from 'zod';
import { query } from '../../core/runtime/operation.ts';
import { keepMembers } from './permissions.ts';
import { findMember } from './store.ts';

/** The person and roles behind a Slack account; null for an unknown one. Run by the system. */
export const identify = query({
  name: 'people.identify',
  permission: keepMembers,
  input: z.object({ slackUserId: z.string() }),
  run: async (ctx, { slackUserId }) => await findMember(ctx.scope, slackUserId),
});
