import { after } from '../../../core/declare/follow.ts';
import { moveStuck } from '../../messages/index.ts';
import { chooseChannels } from '../../people/index.ts';
import { approvalCard } from './notifications.ts';
import { listPlaced, movePlaces } from './store.ts';

/** When approvals get another channel, the open requests that the old one does not show go there. */
export const followChannel = after(chooseChannels, {
  name: 'approvals.follow-channel',
  async follow(ctx, { approvals }) {
    if (approvals) {
      // Not held: issues follow the same choice, and their turn is later.
      const open = await listPlaced(ctx.tx, approvals.from);
      const moved = await moveStuck(ctx.tx, approvalCard, open, { ...approvals, now: ctx.now });
      await movePlaces(ctx.tx, moved, approvals);
    }
    return { changes: [] };
  },
});
