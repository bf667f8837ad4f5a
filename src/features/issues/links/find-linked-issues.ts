import { z } from 'zod';
import { query } from '../../../core/runtime/operation.ts';
import { seeIssues } from '../permissions.ts';
import { linkedListed } from './model.ts';
import { openLinkedIssues, readLinkedIssues } from './store.ts';

/** What cards of other features say of issues: the worst open ones of each thing, asked for all at once. */
export const findLinkedIssues = query({
  name: 'issues.find-touching',
  permission: seeIssues,
  input: z.object({ what: z.string(), refs: z.array(z.string()) }),
  run: async (ctx, { what, refs }) => await openLinkedIssues(ctx.scope, { what, refs }),
});

/** The open issues that touch one thing. */
export const listLinkedIssues = query({
  name: 'issues.touching',
  permission: seeIssues,
  input: z.object({ what: z.string(), ref: z.string() }),
  run: async (ctx, link) => await readLinkedIssues(ctx.scope, link, linkedListed + 1),
});
