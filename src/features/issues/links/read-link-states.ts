import { z } from 'zod';
import { type Finder, finders, linkKindOf } from '../../../core/declare/finder.ts';
import { holds } from '../../../core/runtime/actor.ts';
import { composed } from '../../../core/runtime/composed.ts';
import { query } from '../../../core/runtime/operation.ts';
import { seeIssues } from '../permissions.ts';

/** The present state of an issue's links, by ref, from the finders that the reader may use. */
export const readLinkStates = query({
  name: 'issues.standing',
  permission: seeIssues,
  input: z.object({ links: z.array(z.object({ what: z.string(), ref: z.string() })) }),
  async run(ctx, { links }): Promise<ReadonlyMap<string, string>> {
    const refsOf = (finder: Finder) =>
      links.filter(({ what }) => what === linkKindOf(finder)).map(({ ref }) => ref);
    const found = await composed(ctx, finders, async (one) => await one.stands?.(ctx, refsOf(one)), {
      only: (one) => holds(ctx.actor, one.permission) && refsOf(one).length > 0,
    });
    return new Map(
      found.flatMap((one) =>
        'read' in one
          ? [...(one.read ?? [])]
          : refsOf(one.part).map((ref): [string, string] => [ref, one.failed]),
      ),
    );
  },
});
