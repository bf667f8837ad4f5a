import { z } from 'zod';
import { query } from '../../../core/runtime/operation.ts';
import { Refusal } from '../../../core/runtime/refusal.ts';
import { daysBefore, yearBefore } from '../days/period.ts';
import { dayShape } from '../days/shapes.ts';
import { keepingOf, kpiByKey } from '../figure/read.ts';
import { partsOf } from '../figure/store.ts';
import { readKpis } from '../permissions.ts';
import type { Moving } from './model.ts';

/** The parts of a share in some days and in those that they are held against. Without a dimension the first of the family. */
export const getMoved = query({
  name: 'kpis.moved',
  permission: readKpis,
  input: z.object({
    kpi: z.string(),
    from: dayShape,
    to: dayShape,
    by: z.string().nullable(),
    versus: z.enum(['previous', 'last year']).nullable(),
  }),
  async run(ctx, { kpi: key, from, to, by: name, versus }): Promise<Moving> {
    const kpi = kpiByKey(ctx, key);
    const { dimensions } = kpi.facts;
    const by = dimensions.find((one) => one.name === name) ?? dimensions[0];
    if (!by || kpi.measure.kind !== 'share')
      throw new Refusal('invalid', `${kpi.name} is not made of parts.`, { next: 'Ask for a rate.' });
    const { generation } = await keepingOf(ctx, kpi);
    const days = { from, to };
    const before = versus === 'last year' ? yearBefore(days) : daysBefore(days);
    return {
      kpi,
      by,
      days,
      before,
      now: await partsOf(ctx.scope, { kpi, generation, days }, by.name),
      past: await partsOf(ctx.scope, { kpi, generation, days: before }, by.name),
    };
  },
});
