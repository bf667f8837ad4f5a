import { after } from '../../../core/declare/follow.ts';
import { linkAccounts } from '../../people/index.ts';
import { moveIssues } from './store.ts';

/** Two accounts turned out to be one person: what either was on or raised is theirs. */
export const moveMerged = after(linkAccounts, {
  name: 'issues.move-merged',
  async follow(ctx, { merged }) {
    if (merged) await moveIssues(ctx.tx, merged);
    return { changes: [] };
  },
});
