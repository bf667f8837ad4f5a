import { z } from 'zod';
import { query } from '../../../core/runtime/operation.ts';
import { cut } from '../../../core/text/clean.ts';
import { shownApproval } from '../card/get.ts';
import type { ShownApproval } from '../card/model.ts';
import { crowdNow } from '../electorate/voters.ts';
import { seeApprovals } from '../permissions.ts';
import { containsAll } from './search-rules.ts';
import { listNewest } from './store.ts';

/** Kinds word their requests in code, so the database cannot search them: this many of the newest are read. */
const lookedAt = 300;
const mostHits = 8;
const longestWord = 200;

/** Requests that match all words in what is asked for, why, the requester's name or the kind's title. */
export const findApprovals = query({
  name: 'approvals.find',
  permission: seeApprovals,
  input: z.object({ words: z.array(z.string()).min(1).max(20) }),
  async run(ctx, { words: typed }): Promise<readonly ShownApproval[]> {
    const words = typed.map((word) => cut(word, longestWord));
    const crowd = await crowdNow(ctx);
    const shown = (await listNewest(ctx.scope, lookedAt)).map((one) => shownApproval(ctx, one, crowd));
    return shown
      .filter(({ told, title, approval: { why, requester } }) =>
        containsAll([told.what, why ?? '', requester.name, title].join(' '), words),
      )
      .slice(0, mostHits);
  },
});
