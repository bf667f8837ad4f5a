import { z } from 'zod';
import { personOf } from '../../../cases/reader.ts';
import { mutation } from '../../../core/runtime/operation.ts';
import { Refusal } from '../../../core/runtime/refusal.ts';
import { forAct } from '../../../core/tokens/permission.ts';
import { takeDraft } from '../issue/draft-store.ts';
import { raiseIssues } from '../permissions.ts';
import { raiseIssue, wishShape } from './raise.ts';

/** Raises what somebody wanted to raise although an open issue looks the same. Pressed twice, it is raised once. */
export const raiseAnyway = mutation({
  name: 'issues.raise-anyway',
  permission: forAct(raiseIssues, 'raise issues'),
  input: z.object({ draft: z.uuid() }),
  async run(ctx, { draft }) {
    const wish = await takeDraft(ctx.tx, { id: draft, personId: personOf(ctx).id });
    if (wish === null)
      throw new Refusal('conflict', 'That was raised already, or a day has passed.', {
        next: '`/issue new` raises another.',
      });
    // Moments are kept as text.
    const { dueAt, ...rest } = wish as Record<string, unknown>;
    const due = typeof dueAt === 'string' ? new Date(dueAt) : null;
    const again = wishShape.parse({ ...rest, dueAt: due, alike: 'raise' });
    return { result: await raiseIssue.call(ctx, again), changes: [] };
  },
});
