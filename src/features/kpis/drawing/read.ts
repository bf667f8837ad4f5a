import { query } from '../../../core/runtime/operation.ts';
import { openOn } from '../../../core/time/calendar.ts';
import { dayIn } from '../../../core/time/time-zone.ts';
import { addDays } from '../../../core/time/weekdays.ts';
import { calendarOf } from '../../locations/index.ts';
import { factSums, isReadFromFacts } from '../figure/fact-sums-store.ts';
import type { Wanted } from '../figure/model.ts';
import { namedCut } from '../figure/names.ts';
import { demandDimension, figureOf, keepingOf, kpiByKey, sinceOf } from '../figure/read.ts';
import { type Asking, lastingByDay } from '../figure/running.ts';
import { figureShape } from '../figure/shapes.ts';
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
  input: figureShape.pick({ kpi: true, from: true, to: true, cut: true }),
  async run(ctx, { kpi: key, from, to, cut: part }): Promise<Trend> {
    const kpi = kpiByKey(ctx, key);
    if (part) demandDimension(kpi, part.dimension);
    const cut = await namedCut(ctx, kpi, part ?? null);
    const { generation } = await keepingOf(ctx, kpi);
    const earliest = addDays(to, -mostDays);
    const [, first = from] = [from, earliest].toSorted();
    const days = { from: first, to };
    const figure = await figureOf(ctx, { kpi, generation, days, cut });
    const currency = figure.totals[0]?.currency ?? '';
    const wanted = { kpi, generation, days, cut };
    const since = await sinceOf(ctx, wanted);
    const values = await valuesOf(ctx, wanted, currency, since);
    const aim = aimOn(kpi, await targetsOf(ctx.scope, [kpi.key]), cut, lastOf(days));
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
  wanted: Wanted,
  currency: string,
  since: string | null,
): Promise<Trend['values']> {
  if (isOfLasting(wanted.kpi)) {
    const days = await lastingByDay(ctx, wanted);
    // Before anything was told nobody knows of none.
    return days.flatMap((one) => (since === null || one.day < since ? [] : [{ ...one, p50: null }]));
  }
  if (wanted.kpi.measure.kind === 'spread') return await dayMedians(ctx.scope, wanted);
  if (isReadFromFacts(wanted.kpi, wanted.cut?.dimension)) {
    const sums = await factSums(ctx.scope, wanted, wanted.kpi.anchor.column);
    return sums
      .filter(({ total }) => total.currency === currency)
      .map(({ value: day, total: { n, d } }) => ({ day, n, d, p50: null }))
      .toSorted((a, b) => (a.day < b.day ? -1 : 1));
  }
  return await daySums(ctx.scope, wanted, currency);
}
