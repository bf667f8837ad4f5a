import { z } from 'zod';
import { query } from '../../../core/runtime/operation.ts';
import { cut } from '../../../core/text/clean.ts';
import { hasWordsLike } from '../../../core/text/names.ts';
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

/**
 * Requests that match all words in what is asked for, why, the requester's name or the kind's title; where none does,
 * those that do but for a slip.
 */
export const findApprovals = query({
  name: 'approvals.find',
  permission: seeApprovals,
  input: z.object({ words: z.array(z.string()).min(1).max(20) }),
  async run(ctx, { words: typed }): Promise<readonly ShownApproval[]> {
    const words = typed.map((word) => cut(word, longestWord));
    const crowd = await crowdNow(ctx);
    const shown = (await listNewest(ctx.scope, lookedAt)).map((one) => shownApproval(ctx, one, crowd));
    const textOf = ({ told, title, approval: { why, requester } }: ShownApproval) =>
      [told.what, why ?? '', requester.name, title].join(' ');
    const exact = shown.filter((one) => containsAll(textOf(one), words));
    const found = exact.length > 0 ? exact : shown.filter((one) => hasWordsLike(textOf(one), words));
    return found.slice(0, mostHits);
  },
});
