import { z } from 'zod';
import { query } from '../../../core/runtime/operation.ts';
import { holds } from '../../../core/runtime/permission.ts';
import { seeIssues } from '../permissions.ts';
import { linkKinds } from '../issue/model.ts';

/** How what an issue touches stands now, by ref, as its own features say; as far as the one who asks may know it. */
export const standingOf = query({
  name: 'issues.standing',
  permission: seeIssues,
  input: z.object({ links: z.array(z.object({ what: z.enum(linkKinds), ref: z.string() })) }),
  async run(ctx, { links }): Promise<ReadonlyMap<string, string>> {
    const finders = ctx.engine.features
      .flatMap((feature) => feature.finders ?? [])
      .filter(({ permission }) => holds(ctx.actor, permission));
    const found = await Promise.all(
      finders.map(async (finder) => {
        const refs = links.filter(({ what }) => what === finder.kind.toLowerCase()).map(({ ref }) => ref);
        return refs.length > 0
          ? ((await finder.stands?.(ctx, refs)) ?? new Map<string, string>())
          : new Map();
      }),
    );
    return new Map(found.flatMap((by) => [...by]));
  },
});
