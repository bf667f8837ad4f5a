import { z } from 'zod';
import { query } from '../../../core/runtime/operation.ts';
import { colleagues } from '../../people/index.ts';
import { shownApproval } from '../card/get.ts';
import type { ShownApproval } from '../card/model.ts';
import { seeApprovals } from '../permissions.ts';
import { containsAll } from './search-rules.ts';
import { listNewest } from './store.ts';

/** What a kind says of a request is nowhere in the database: it is worked out for so many, newest first. */
const lookedAt = 300;
const mostHits = 8;

/** Requests that match all these words: what is asked for, why, by whom and of which kind. */
export const findApprovals = query({
  name: 'approvals.find',
  permission: seeApprovals,
  input: z.object({ words: z.array(z.string().max(200)).min(1).max(20) }),
  async run(ctx, { words }): Promise<readonly ShownApproval[]> {
    const people = await colleagues(ctx.scope);
    const shown = (await listNewest(ctx.scope, lookedAt)).map((one) => shownApproval(ctx, one, people));
    return shown
      .filter(({ told, title, approval: { why, requester } }) =>
        containsAll([told.what, why ?? '', requester.name, title].join(' '), words),
      )
      .slice(0, mostHits);
  },
});
