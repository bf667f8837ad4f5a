import { after } from '../../../core/declare/follow.ts';
import { moveStuck } from '../../messages/index.ts';
import { chooseChannels } from '../../people/index.ts';
import { issueFacts } from '../issue/facts-model.ts';
import { issueCard } from '../issue/notifications.ts';
import { holdPlaced, placeIssues } from '../issue/store.ts';

/** When a department gets another channel, its open issues that the old one does not show go there. */
export const followChannels = after(chooseChannels, {
  name: 'issues.follow-channels',
  async follow(ctx, { departments }) {
    if (departments.length === 0) return { changes: [] };
    const placed: string[] = [];
    const held = await holdPlaced(ctx.tx, departments);
    for (const { department, from, to } of departments) {
      const own = held.flatMap((one) =>
        one.department === department && one.place === from ? [one.id] : [],
      );
      const moved = await moveStuck(ctx.tx, issueCard, own, { from, to, now: ctx.now });
      await placeIssues(ctx.tx, moved, to);
      placed.push(...moved);
    }
    return { changes: [], facts: issueFacts.changed(placed) };
  },
});
