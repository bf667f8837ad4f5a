import { after } from '../../../core/declare/follow.ts';
import { linkAccounts } from '../../people/index.ts';
import { issueFacts } from './facts-model.ts';
import { moveIssues } from './store.ts';

/** Merging two people moves the open issues of both to the one who remains. */
export const moveMerged = after(linkAccounts, {
  name: 'issues.move-merged',
  async follow(ctx, { merged }) {
    const moved = merged ? await moveIssues(ctx.tx, merged) : [];
    return { changes: [], facts: issueFacts.changed(moved) };
  },
});
