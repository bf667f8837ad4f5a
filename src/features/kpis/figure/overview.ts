import { z } from 'zod';
import { kpis } from '../../../core/declare/kpi.ts';
import type { Context } from '../../../core/runtime/context.ts';
import { query } from '../../../core/runtime/operation.ts';
import { dayIn } from '../../../core/time/time-zone.ts';
import { type Department, departments } from '../../../core/tokens/departments.ts';
import { freshnessOf } from '../../feeds/index.ts';
import { daysAgainst } from '../days/against.ts';
import { usualPeriod, usualUntilNow } from '../days/period.ts';
import { generationsOf } from '../keeping/generation-store.ts';
import { readKpis } from '../permissions.ts';
import type { Heard, Overview, Standing } from './model.ts';
import { figureOf, keepingIn, sinceOf } from './read.ts';

/** More are not read at a glance. */
const mostShown = 8;

/** The few figures of a department in the last 30 days, against the 30 before. */
export const getOverview = query({
  name: 'kpis.overview',
  permission: readKpis,
  input: z.object({ department: z.enum(departments) }),
  async run(ctx, { department }): Promise<Overview> {
    const today = dayIn(ctx.workspace.timeZone, ctx.now);
    const days = usualPeriod(today);
    const own = ctx.engine.contributions.of(kpis).filter(({ owner }) => owner === department);
    const shown = own.slice(0, mostShown);
    const generations = await generationsOf(ctx.scope);
    const heard = new Map<string, readonly Heard[]>();
    for (const feed of new Set(shown.flatMap((kpi) => kpi.feed ?? [])))
      heard.set(feed, await freshnessOf(ctx.scope, feed));
    const standings: Standing[] = [];
    for (const kpi of shown) {
      const { generation } = keepingIn(generations, kpi);
      const wanted = { kpi, generation, cut: null };
      const asked = kpi.measure.kind === 'standing' ? usualUntilNow(today) : days;
      standings.push({
        figure: await figureOf(ctx, { ...wanted, days: asked }),
        before: await figureOf(ctx, { ...wanted, days: daysAgainst(asked, 'previous', today) ?? asked }),
        since: await sinceOf(ctx, wanted),
        isCounting: generation === 0,
        heard: heard.get(kpi.feed ?? '') ?? [],
      });
    }
    return { department, days, standings, more: own.length - shown.length, today };
  },
});

/** The department whose figures somebody sees first. */
export function departmentOf({ actor }: Pick<Context, 'actor'>): Department {
  const own = actor.kind === 'person' ? actor.departments : [];
  return departments.find((one) => own.includes(one)) ?? 'management';
}
