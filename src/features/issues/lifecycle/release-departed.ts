import { after } from '../../../core/declare/follow.ts';
import { combined } from '../../../core/runtime/effects.ts';
import { enrol } from '../../people/index.ts';
import { promiseDue, snoozeDue } from '../issue/due.ts';
import { holdOwned } from '../issue/store.ts';
import { forgetAsked, releaseIssue } from './release.ts';

/** When somebody leaves, the open issues they own lose their owner, and what they were asked to take waits for others. */
export const releaseDeparted = after(enrol, {
  name: 'issues.release-departed',
  async follow(ctx, { departed }) {
    if (!departed) return { changes: [] };
    const released = [];
    for (const issue of await holdOwned(ctx.tx, departed)) {
      const { id, owner, asked } = issue;
      if (asked?.id === departed) released.push(await forgetAsked(ctx, issue));
      if (owner?.id !== departed) continue;
      const never = { changes: [], due: [promiseDue.never(id), snoozeDue.never(id)] };
      released.push(await releaseIssue(ctx, issue), never);
    }
    return combined(...released);
  },
});
