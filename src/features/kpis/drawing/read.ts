import { z } from 'zod';
import { query } from '../../../core/runtime/operation.ts';
import { openOn } from '../../../core/time/calendar.ts';
import { dayIn } from '../../../core/time/time-zone.ts';
import { addDays } from '../../../core/time/weekdays.ts';
import { calendarOf } from '../../locations/index.ts';
import { dayShape } from '../days/shapes.ts';
import { factSums } from '../figure/fact-sums-store.ts';
import type { Wanted } from '../figure/model.ts';
import { figureOf, keepingOf, kpiByKey, sinceOf } from '../figure/read.ts';
import { type Asking, lastingByDay } from '../figure/running.ts';
import { isOfLasting } from '../keeping/rules.ts';
import { readKpis } from '../permissions.ts';
import { aimOn, lastOf } from '../targets/rules.ts';
import { targetsOf } from '../targets/store.ts';
import type { Trend } from './model.ts';
import { dayMedians, daySums } from './store.ts';

/** A line of more days is a band. */
const mostDays = 400;
const dayMs = 86_400_000;

/** A KPI day by day, of at most 400 days, the last ones. */
export const getTrend = query({
  name: 'kpis.trend',
  permission: readKpis,
  input: z.object({ kpi: z.string(), from: dayShape, to: dayShape }),
  async run(ctx, { kpi: key, from, to }): Promise<Trend> {
    const kpi = kpiByKey(ctx, key);
    const { generation } = await keepingOf(ctx, kpi);
    const earliest = addDays(to, -mostDays);
    const [, first = from] = [from, earliest].toSorted();
    const days = { from: first, to };
    const figure = await figureOf(ctx, { kpi, generation, days, cut: null });
    const currency = figure.totals[0]?.currency ?? '';
    const wanted = { kpi, generation, days };
    const since = await sinceOf(ctx, wanted);
    const values = await valuesOf(ctx, wanted, currency, since);
    const aim = aimOn(kpi, await targetsOf(ctx.scope, [kpi.key]), null, lastOf(days));
    const calendar = await calendarOf(ctx, null);
    const all = Array.from({ length: Math.round((Date.parse(to) - Date.parse(first)) / dayMs) }, (_, n) =>
      addDays(first, n),
    );
    const off = all.filter((day) => openOn(day, calendar) === null);
    return { figure, since, currency, values, aim, off, today: dayIn(ctx.workspace.timeZone, ctx.now) };
  },
});

async function valuesOf(
  ctx: Asking,
  wanted: Omit<Wanted, 'cut'>,
  currency: string,
  since: string | null,
): Promise<Trend['values']> {
  if (isOfLasting(wanted.kpi)) {
    const days = await lastingByDay(ctx, wanted);
    // Before anything was told nobody knows of none.
    return days.flatMap((one) => (since === null || one.day < since ? [] : [{ ...one, p50: null }]));
  }
  if (wanted.kpi.measure.kind === 'distinct')
    return (await factSums(ctx.scope, { ...wanted, cut: null }, wanted.kpi.anchor.column)).map(
      ({ value: day, total: { n, d } }) => ({ day, n, d, p50: null }),
    );
  if (wanted.kpi.measure.kind === 'spread') return await dayMedians(ctx.scope, wanted);
  return await daySums(ctx.scope, wanted, currency);
}
