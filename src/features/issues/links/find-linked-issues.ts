import { z } from 'zod';
import { query } from '../../../core/runtime/operation.ts';
import { seeIssues } from '../permissions.ts';
import { linkedListed } from './model.ts';
import { openLinkedIssues, readLinkedIssues } from './store.ts';

/** The worst open issues of several SKUs, orders and so on, for the cards of other features. One query for all. */
export const findLinkedIssues = query({
  name: 'issues.find-touching',
  permission: seeIssues,
  input: z.object({ what: z.string(), refs: z.array(z.string()) }),
  run: async (ctx, { what, refs }) => await openLinkedIssues(ctx.scope, { what, refs }),
});

/** All open issues linked to one SKU, order and so on. */
export const listLinkedIssues = query({
  name: 'issues.touching',
  permission: seeIssues,
  input: z.object({ what: z.string(), ref: z.string() }),
  run: async (ctx, link) => await readLinkedIssues(ctx.scope, link, linkedListed + 1),
});
