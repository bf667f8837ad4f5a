import { combined } from '../../../cases/record-event.ts';
import { after } from '../../../core/declare/follow.ts';
import { enrol } from '../../people/index.ts';
import { promiseDue, snoozeDue } from '../issue/due.ts';
import { holdOwned } from '../issue/store.ts';
import { releaseIssue } from './release.ts';

/** When somebody leaves, the open issues they own or were asked to take lose their owner, and the leads are told. */
export const releaseDeparted = after(enrol, {
  name: 'issues.release-departed',
  async follow(ctx, { departed }) {
    if (!departed) return { changes: [] };
    const issues = await holdOwned(ctx.tx, departed);
    const released = [];
    for (const issue of issues) released.push(await releaseIssue(ctx, issue));
    const due = issues.flatMap(({ id }) => [promiseDue.never(id), snoozeDue.never(id)]);
    return combined(...released, { changes: [], due });
  },
});
