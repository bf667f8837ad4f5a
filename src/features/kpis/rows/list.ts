import { z } from 'zod';
import { lists } from '../../../core/declare/lists/listing.ts';
import type { QueryContext } from '../../../core/runtime/context.ts';
import { query } from '../../../core/runtime/operation.ts';
import { defineListing, listPageShape } from '../../../core/tokens/listing.ts';
import { cutWords, daysWords } from '../card/words.ts';
import { isAll } from '../days/period.ts';
import { dayShape } from '../days/shapes.ts';
import { namedCut, namesOf } from '../figure/names.ts';
import { daysMeant, demandDimension, keepingOf, kpiByKey } from '../figure/read.ts';
import { momentOf } from '../figure/running.ts';
import { isOfLasting } from '../keeping/rules.ts';
import { readKpis } from '../permissions.ts';
import { aimOn } from '../targets/rules.ts';
import { targetsOf } from '../targets/store.ts';
import { type NamedRow, sheetOf } from './columns.ts';
import type { FactRow, RowsWanted } from './model.ts';
import { rowsAfter } from './store.ts';

/** A part of it; null: all. Files that were asked for before there were parts are of all. */
const cutShape = z.object({ dimension: z.string(), value: z.string() }).nullable();
const filterShape = z.object({ kpi: z.string(), from: dayShape, to: dayShape, cut: cutShape.default(null) });
const place = z.object({ day: dayShape, subject: z.string(), part: z.string() });

type Filter = z.output<typeof filterShape>;

export const rowsExport = defineListing({
  id: 'kpis.rows',
  title: 'Rows of a KPI',
  one: 'row',
  filter: filterShape,
});

/** A page of what a figure is made of, and of what is left out of it. */
export const rowsPage = query({
  name: 'kpis.rows',
  permission: readKpis,
  input: listPageShape(filterShape, place),
  async run(ctx, { filter, after, limit }): Promise<readonly NamedRow[]> {
    const wanted = await rowsWanted(ctx, filter);
    // The database knows no moment before all days; of what nobody told there are no rows.
    if (wanted === null) return [];
    const rows = await rowsAfter(ctx.scope, { ...wanted, after }, limit);
    const { kpi } = wanted;
    const targets = await targetsOf(ctx.scope, [kpi.key]);
    const named = await withNames(ctx, wanted, rows);
    return named.map((row) => ({ ...row, kpi, aim: aimOn(kpi, targets, null, row.day) }));
  },
});

/** What the file of these rows is called: "On-time delivery, carrier DHL, 1 Nov to 30 Nov". */
export const titleOfRows = query({
  name: 'kpis.rows-title',
  permission: readKpis,
  input: filterShape,
  async run(ctx, { kpi: key, from, to, cut }): Promise<string> {
    const kpi = kpiByKey(ctx, key);
    const named = await namedCut(ctx, kpi, cut);
    return [kpi.name, ...(named ? [cutWords(kpi, named)] : []), daysWords({ from, to }, ctx.now)].join(', ');
  },
});

/** Which rows; null: there are none. */
export async function rowsWanted(
  ctx: QueryContext,
  { kpi: key, cut, ...asked }: Filter,
): Promise<RowsWanted | null> {
  const kpi = kpiByKey(ctx, key);
  if (cut) demandDimension(kpi, cut.dimension);
  const { generation } = await keepingOf(ctx, kpi);
  const days = await daysMeant(ctx, { kpi, generation, days: asked });
  if (isAll(days) && isOfLasting(kpi)) return null;
  const span = { begin: momentOf(ctx, days.from).at, end: momentOf(ctx, days.to).at };
  return { kpi, generation, days, span, cut };
}

/** The same rows with what their values are called. */
export async function withNames(
  ctx: QueryContext,
  { kpi }: Pick<RowsWanted, 'kpi'>,
  rows: readonly FactRow[],
): Promise<readonly FactRow[]> {
  const names = await Promise.all(
    kpi.facts.dimensions.map(async ({ name }, i) => {
      const values = [...new Set(rows.map((row) => row.values[i] ?? ''))];
      return await namesOf(ctx, kpi, name, values);
    }),
  );
  return rows.map((row) => ({
    ...row,
    values: row.values.map((value, i) => names[i]?.get(value) ?? value),
  }));
}

export const rowsList = lists(rowsExport, {
  page: rowsPage,
  placeOf: ({ day, subject, part }) => ({ day, subject, part }),
  columns: (ctx, { kpi }) => sheetOf(kpiByKey(ctx, kpi)),
  titleOf: async (ctx, filter) => await titleOfRows.call(ctx, filter),
});
