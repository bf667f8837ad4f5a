import { z } from 'zod';
import { finders, linkKindOf } from '../../../core/declare/finder.ts';
import { query } from '../../../core/runtime/operation.ts';
import { Refusal } from '../../../core/runtime/refusal.ts';
import { type Link, maxTitle } from '../issue/model.ts';
import { raiseIssues } from '../permissions.ts';

/** What something is called that an issue is to be raised about; its own feature says. */
export const nameSubject = query({
  name: 'issues.subject',
  permission: raiseIssues,
  input: z.object({ what: z.string(), ref: z.string() }),
  async run(ctx, { what, ref }): Promise<Link> {
    const all = ctx.engine.contributions.of(finders);
    const label = await all.find((finder) => linkKindOf(finder) === what)?.title?.(ctx, ref);
    if (!label) throw new Refusal('not-found', `That ${what} is not there any more.`);
    return { what, ref, label: label.slice(0, maxTitle), url: null };
  },
});
