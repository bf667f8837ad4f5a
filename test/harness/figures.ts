import type { Context } from '../../src/core/runtime/context.ts';
import { getTrend } from '../../src/features/kpis/drawing/read.ts';
import type { Cut } from '../../src/features/kpis/figure/model.ts';
import { getFigure } from '../../src/features/kpis/figure/read.ts';
import { rowsPage } from '../../src/features/kpis/rows/list.ts';

interface Days {
  readonly from: string;
  readonly to: string;
}

/** A KPI of some days, as a person asks for it. */
export async function askFigure(ctx: Context, kpi: string, { from, to }: Days, by: string | null = null) {
  return await getFigure.call(ctx, { kpi, from, to, by, versus: null });
}

/** The rows behind it, or behind a part of it. */
export async function rowsOf(ctx: Context, kpi: string, days: Days, cut: Cut | null = null) {
  return await rowsPage.call(ctx, { filter: { kpi, ...days, cut }, after: null, limit: 1_000 });
}

/** Its values day by day. */
export async function trendOf(ctx: Context, kpi: string, days: Days) {
  return (await getTrend.call(ctx, { kpi, ...days })).values;
}
