import { z } from 'zod';
import { finders, linkKindOf } from '../../../core/declare/finder.ts';
import { composed } from '../../../core/runtime/composed.ts';
import { query } from '../../../core/runtime/operation.ts';
import { Refusal } from '../../../core/runtime/refusal.ts';
import { cut } from '../../../core/text/clean.ts';
import { type Link, maxTitle } from '../issue/model.ts';
import { raiseIssues } from '../permissions.ts';

/** A link with its label, from the finder of its feature, for an issue that is about to be raised. */
export const nameLink = query({
  name: 'issues.subject',
  permission: raiseIssues,
  input: z.object({ what: z.string(), ref: z.string() }),
  async run(ctx, { what, ref }): Promise<Link> {
    const [named] = await composed(ctx, finders, async (one) => await one.title?.(ctx, ref), {
      only: (finder) => linkKindOf(finder) === what,
    });
    if (named && 'failed' in named) throw new Refusal('unavailable', `${named.failed}.`);
    const label = named?.read;
    if (!label) throw new Refusal('not-found', `That ${what} is not there any more.`);
    return { what, ref, label: cut(label, maxTitle), url: null };
  },
});
