import { after } from '../../../core/declare/follow.ts';
import { linkAccounts } from '../../people/index.ts';
import { moveRequests } from './store.ts';

/**
 * Two accounts turned out to be one person: what either asked for is theirs, and neither may approve it. A vote stays
 * as it was said: whose it was is there no more, and it counts no longer when the effect is to run.
 */
export const moveMerged = after(linkAccounts, {
  name: 'approvals.move-merged',
  async follow(ctx, { merged }) {
    if (merged) await moveRequests(ctx.tx, merged);
    return { changes: [] };
  },
});
