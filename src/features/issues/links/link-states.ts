import { z } from 'zod';
import { finders, linkKindOf } from '../../../core/declare/finder.ts';
import { holds } from '../../../core/runtime/actor.ts';
import { query } from '../../../core/runtime/operation.ts';
import { seeIssues } from '../permissions.ts';

/** How what an issue touches stands now, by ref, as its own features say; as far as the one who asks may know it. */
export const standingOf = query({
  name: 'issues.standing',
  permission: seeIssues,
  input: z.object({ links: z.array(z.object({ what: z.string(), ref: z.string() })) }),
  async run(ctx, { links }): Promise<ReadonlyMap<string, string>> {
    const usable = ctx.engine.contributions
      .of(finders)
      .filter(({ permission }) => holds(ctx.actor, permission));
    const found = await Promise.all(
      usable.map(async (finder) => {
        const refs = links.filter(({ what }) => what === linkKindOf(finder)).map(({ ref }) => ref);
        return refs.length > 0
          ? ((await finder.stands?.(ctx, refs)) ?? new Map<string, string>())
          : new Map();
      }),
    );
    return new Map(found.flatMap((by) => [...by]));
  },
});
