import { z } from 'zod';
import { finders, linkKindOf } from '../../../core/declare/finder.ts';
import { demandPermission, query } from '../../../core/runtime/operation.ts';
import { Refusal } from '../../../core/runtime/refusal.ts';
import { seeIssues } from '../permissions.ts';

/** The card or the list of what an issue is about, from the finder of its feature. */
export const showLink = query({
  name: 'issues.show-subject',
  permission: seeIssues,
  input: z.object({ what: z.string(), ref: z.string() }),
  async run(ctx, { what, ref }) {
    const finder = ctx.engine.contributions.of(finders).find((one) => linkKindOf(one) === what);
    if (finder) await demandPermission(ctx, finder.permission);
    const message = await finder?.show(ctx, ref);
    if (!message) throw new Refusal('not-found', `That ${what} is not there any more.`);
    return message;
  },
});
