import { z } from 'zod';
import { query } from '../../../core/runtime/operation.ts';
import { dayIn } from '../../../core/time/time-zone.ts';
import { isSaid, printedOf } from '../edition/printed.ts';
import { figuresOf } from '../edition/store.ts';
import { composeDigests } from '../permissions.ts';
import { correctedDays, type NotedFigure } from './model.ts';
import { restatementsOf, standingFigures } from './store.ts';

const atOnce = 200;

const placeShape = z.object({ composedAt: z.date(), id: z.uuid() });

/** Some of the posts that may still be corrected, the newest first. */
export const getStanding = query({
  name: 'digests.standing',
  permission: composeDigests,
  input: z.object({ after: placeShape.nullable() }),
  async run({ scope, now }, { after }) {
    const since = new Date(now.getTime() - correctedDays * 86_400_000);
    return await standingFigures(scope, { since, after, limit: atOnce });
  },
});

/** What was corrected in a post on a day of the business, and is not back at what stood there before. In the order of its figures. */
export const getNoted = query({
  name: 'digests.noted',
  permission: composeDigests,
  input: z.object({ edition: z.uuid(), day: z.string() }),
  async run({ scope, workspace }, { edition, day }): Promise<readonly NotedFigure[]> {
    const all = await restatementsOf(scope, edition);
    const own = all.filter(({ at }) => dayIn(workspace.timeZone, at) === day);
    return (await figuresOf(scope, edition)).flatMap(({ ordinal, told, corrected }) => {
      const first = own.find((one) => one.ordinal === ordinal);
      const last = own.findLast((one) => one.ordinal === ordinal);
      if (!first || !last || first.before === last.after) return [];
      const { before } = first;
      // Of what was corrected on an earlier day nobody knows any more what stood behind it.
      const wasTold = before === printedOf(told);
      return [
        {
          figure: corrected ?? told,
          isLate: !wasTold || !told.isCounting,
          before,
          behindBefore: wasTold && isSaid(told) ? told.behind : null,
          after: last.after,
        },
      ];
    });
  },
});
