import { z } from 'zod';
import { query } from '../../../core/runtime/operation.ts';
import { seeIssues } from '../permissions.ts';
import { linkedListed } from './model.ts';
import { readLinkedIssues } from './store.ts';

/** All open issues linked to one SKU, order and so on. */
export const listLinkedIssues = query({
  name: 'issues.touching',
  permission: seeIssues,
  input: z.object({ what: z.string(), ref: z.string() }),
  run: async (ctx, link) => await readLinkedIssues(ctx.scope, link, linkedListed + 1),
});
