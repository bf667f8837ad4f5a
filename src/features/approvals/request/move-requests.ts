import { after } from '../../../core/declare/follow.ts';
import { linkAccounts } from '../../people/index.ts';
import { approvalFacts } from './facts-model.ts';
import { moveRequests } from './store.ts';

/**
 * Two accounts turned out to be one person: the requests of both are that person's, who approves none of them. Votes
 * stay as they were cast; those of the merged person no longer count when the effect is to run.
 */
export const moveMerged = after(linkAccounts, {
  name: 'approvals.move-merged',
  async follow(ctx, { merged }) {
    const moved = merged ? await moveRequests(ctx.tx, merged) : [];
    return { changes: [], facts: approvalFacts.changed(moved) };
  },
});
