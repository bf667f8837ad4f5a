import { z } from 'zod';
import { query } from '../../../core/runtime/operation.ts';
import { Refusal } from '../../../core/runtime/refusal.ts';
import { raiseIssues } from '../permissions.ts';
import { type Link, linkKinds, maxTitle } from '../issue/model.ts';

/** What something is called that an issue is to be raised about; its own feature says. */
export const nameSubject = query({
  name: 'issues.subject',
  permission: raiseIssues,
  input: z.object({ what: z.enum(linkKinds), ref: z.string() }),
  async run(ctx, { what, ref }): Promise<Link> {
    const finders = ctx.engine.features.flatMap((feature) => feature.finders ?? []);
    const label = await finders.find(({ kind }) => kind.toLowerCase() === what)?.title?.(ctx, ref);
    if (!label) throw new Refusal('not-found', `That ${what} is not there any more.`);
    return { what, ref, label: label.slice(0, maxTitle), url: null };
  },
});
