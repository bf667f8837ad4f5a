import { z } from 'zod';
import { query } from '../../core/runtime/operation.ts';
import { namedIn } from '../../core/text/names.ts';
import { seePeople } from './permissions.ts';
import { listLimit, wantedIn } from './rules.ts';
import { findMembers, listMembers } from './store.ts';

/** A shop's team has some dozens. */
const mostCompared = 1_000;

export const listPeople = query({
  name: 'people.list',
  permission: seePeople,
  input: z.object({}),
  // One more than a list shows: it tells whether there are more.
  run: async (ctx) => await listMembers(ctx.scope, listLimit + 1),
});

export const findPeople = query({
  name: 'people.find',
  permission: seePeople,
  /** A mention, a Slack user id or a name. */
  input: z.object({ text: z.string() }),
  run: async (ctx, { text }) => await findMembers(ctx.scope, wantedIn(text)),
});

/** People with nearly that name. */
export const guessPeople = query({
  name: 'people.guess',
  permission: seePeople,
  input: z.object({ name: z.string().min(1).max(200) }),
  run: async (ctx, { name }) =>
    namedIn(await listMembers(ctx.scope, mostCompared), (member) => [member.name], name).like.slice(0, 5),
});
