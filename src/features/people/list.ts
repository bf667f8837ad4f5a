import { z } from 'zod';
import { query } from '../../core/operation.ts';
import { seePeople } from './permissions.ts';
import { findMembers, listMembers } from './store.ts';

/** One more than a page shows tells whether there are more. */
export const listLimit = 40;

export const listPeople = query({
  name: 'people.list',
  permission: seePeople,
  input: z.object({}),
  run: async (ctx) => await listMembers(ctx.scope, listLimit + 1),
});

export const findPeople = query({
  name: 'people.find',
  permission: seePeople,
  input: z.object({ text: z.string() }),
  run: async (ctx, { text }) => await findMembers(ctx.scope, text),
});
