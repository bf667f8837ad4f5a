import { z } from 'zod';
import { lists } from '../../../core/declare/lists/listing.ts';
import { query } from '../../../core/runtime/operation.ts';
import { decimal } from '../../../core/text/money.ts';
import type { Kpi } from '../../../core/tokens/fact.ts';
import { defineListing, listPageShape } from '../../../core/tokens/listing.ts';
import { isAll } from '../days/period.ts';
import { dayShape } from '../days/shapes.ts';
import { namesOf } from '../figure/names.ts';
import { daysMeant, keepingOf, kpiByKey } from '../figure/read.ts';
import { momentOf } from '../figure/running.ts';
import { isOfLasting } from '../keeping/rules.ts';
import { readKpis } from '../permissions.ts';
import type { Aim } from '../targets/model.ts';
import { aimOn } from '../targets/rules.ts';
import { targetsOf } from '../targets/store.ts';
import { goalWords } from '../targets/words.ts';
import { type FactRow, rowsAfter } from './store.ts';

const filterShape = z.object({ kpi: z.string(), from: dayShape, to: dayShape });
const place = z.object({ day: dayShape, subject: z.string(), part: z.string() });

interface Row extends FactRow {
  readonly kpi: Kpi;
  /** Of the whole business, on the day of the row. */
  readonly aim: Aim | null;
}

export const rowsExport = defineListing({
  id: 'kpis.rows',
  title: 'Rows of a KPI',
  one: 'row',
  filter: filterShape,
});

/** A page of what a figure is made of. */
export const rowsPage = query({
  name: 'kpis.rows',
  permission: readKpis,
  input: listPageShape(filterShape, place),
  async run(ctx, { filter, after, limit }): Promise<readonly Row[]> {
    const kpi = kpiByKey(ctx, filter.kpi);
    const { generation } = await keepingOf(ctx, kpi);
    const days = await daysMeant(ctx, { kpi, generation, days: filter });
    // The database knows no moment before all days; of what nobody told there are no rows.
    if (isAll(days) && isOfLasting(kpi)) return [];
    const span = { begin: momentOf(ctx, days.from).at, end: momentOf(ctx, days.to).at };
    const rows = await rowsAfter(ctx.scope, { kpi, generation, days, span, after }, limit);
    const targets = await targetsOf(ctx.scope, [kpi.key]);
    const { dimensions } = kpi.facts;
    const names = await Promise.all(
      dimensions.map(async ({ name }, i) => {
        const values = [...new Set(rows.map((row) => row.values[i] ?? ''))];
        return await namesOf(ctx, kpi, name, values);
      }),
    );
    return rows.map((row) => {
      const values = row.values.map((value, i) => names[i]?.get(value) ?? value);
      return { ...row, values, kpi, aim: aimOn(kpi, targets, null, row.day) };
    });
  },
});

export const rowsList = lists(rowsExport, {
  page: rowsPage,
  placeOf: ({ day, subject, part }) => ({ day, subject, part }),
  columns: {
    KPI: ({ kpi }) => kpi.name,
    Version: ({ kpi }) => kpi.version,
    Day: ({ day }) => day,
    Of: ({ label }) => label,
    // Of durations its own, in the unit of the measure; of money in the currency beside it.
    Counted: ({ kpi: { measure }, n, currency, leftOut }) => {
      if (leftOut !== null) return null;
      return measure.kind === 'sum' && measure.unit === 'money' ? decimal(BigInt(n), currency) : n;
    },
    Among: ({ d, leftOut }) => (leftOut === null ? d : null),
    Unit: ({ kpi: { measure } }) =>
      measure.kind === 'lasting'
        ? 'milliseconds'
        : measure.kind === 'spread'
          ? { ms: 'milliseconds', s: 'seconds', days: 'days' }[measure.unit]
          : '',
    Currency: ({ currency }) => currency,
    Target: ({ kpi, aim }) => aim && goalWords(kpi, aim.target, aim.currency),
    Limit: ({ kpi, aim }) =>
      aim === null || aim.limit === null ? null : goalWords(kpi, aim.limit, aim.currency),
    'Left out': ({ leftOut }) => leftOut,
    'Split by': ({ kpi, values }) =>
      kpi.facts.dimensions.map(({ title }, i) => `${title}: ${values[i] || 'not told'}`).join('; '),
  },
});
