import { z } from 'zod';
import { kpis } from '../../../core/declare/kpi.ts';
import type { Context, QueryContext } from '../../../core/runtime/context.ts';
import { query } from '../../../core/runtime/operation.ts';
import { dayIn } from '../../../core/time/time-zone.ts';
import { type Department, departments } from '../../../core/tokens/departments.ts';
import type { Kpi } from '../../../core/tokens/fact.ts';
import { freshnessOf } from '../../feeds/index.ts';
import { daysBefore, usualPeriod } from '../days/period.ts';
import { readKpis } from '../permissions.ts';
import type { Overview, Standing } from './model.ts';
import { figureOf, keepingOf } from './read.ts';

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
    const standings: Standing[] = [];
    for (const kpi of own.slice(0, mostShown)) standings.push(await standingOf(ctx, kpi, days));
    return { department, days, standings, today };
  },
});

async function standingOf(
  ctx: QueryContext,
  kpi: Kpi,
  days: ReturnType<typeof usualPeriod>,
): Promise<Standing> {
  const { generation, isBuilding } = await keepingOf(ctx, kpi);
  const past = daysBefore(days) ?? days;
  const [figure, before, heard] = [
    await figureOf(ctx, { kpi, generation, days, cut: null }),
    await figureOf(ctx, { kpi, generation, days: past, cut: null }),
    kpi.feeds[0] === undefined ? [] : await freshnessOf(ctx.scope, kpi.feeds[0]),
  ];
  return { figure, before, isCounting: generation === 0 && isBuilding, heard };
}

/** The department whose figures somebody sees first. */
export function departmentOf({ actor }: Pick<Context, 'actor'>): Department {
  const own = actor.kind === 'person' ? actor.departments : [];
  return departments.find((one) => own.includes(one)) ?? 'management';
}
