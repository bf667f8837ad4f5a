import { z } from 'zod';
import { query } from '../../../core/runtime/operation.ts';
import { Refusal } from '../../../core/runtime/refusal.ts';
import { dayIn } from '../../../core/time/time-zone.ts';
import { daysAgainst } from '../days/against.ts';
import { dayShape, versusShape } from '../days/shapes.ts';
import { keepingOf, kpiByKey, partsFor, sinceOf } from '../figure/read.ts';
import { isRate } from '../figure/rules.ts';
import { splitsOf } from '../figure/splits.ts';
import { readKpis } from '../permissions.ts';
import type { Moving } from './model.ts';
import { tellsMost } from './rules.ts';

type Split = Pick<Moving, 'by' | 'now' | 'past'>;

/** The parts of a share in some days and in those that they are held against; without a dimension by the one that tells the most. */
export const getMoved = query({
  name: 'kpis.moved',
  permission: readKpis,
  input: z.object({
    kpi: z.string(),
    from: dayShape,
    to: dayShape,
    by: z.string().nullable(),
    versus: versusShape.nullable(),
  }),
  async run(ctx, { kpi: key, from, to, by: name, versus }): Promise<Moving> {
    const kpi = kpiByKey(ctx, key);
    const { dimensions } = kpi.facts;
    if (dimensions.length === 0 || !isRate(kpi.measure))
      throw new Refusal('invalid', `${kpi.name} is not made of parts.`, { next: 'Ask for a rate.' });
    const { generation } = await keepingOf(ctx, kpi);
    const since = await sinceOf(ctx, { kpi, generation });
    const days = { from, to };
    const before = daysAgainst(days, versus ?? 'previous', dayIn(ctx.workspace.timeZone, ctx.now));
    if (!before)
      throw new Refusal('invalid', 'Before all days there are none to hold them against.', {
        next: 'Ask for a month, or 30d.',
      });
    const splits = await splitsOf(ctx, { kpi, generation, days: { from: before.from, to: days.to } });
    const wanted = dimensions.filter((one) => name === null || one.name === name);
    const split: Split[] = [];
    for (const by of wanted)
      split.push({
        by,
        now: await partsFor(ctx, { kpi, generation, days }, by.name),
        past: await partsFor(ctx, { kpi, generation, days: before }, by.name),
      });
    const [most] = split.toSorted((a, b) => tellsMost(b.now, b.past) - tellsMost(a.now, a.past));
    if (!most) throw new Refusal('invalid', 'That KPI cannot be split so any more.', { next: 'Ask again.' });
    return { kpi, days, before, versus: versus ?? 'previous', since, splits, ...most };
  },
});
