import { z } from 'zod';
import type { QueryContext } from '../../../core/runtime/context.ts';
import { query } from '../../../core/runtime/operation.ts';
import { dayIn } from '../../../core/time/time-zone.ts';
import { addDays } from '../../../core/time/weekdays.ts';
import type { Kpi } from '../../../core/tokens/fact.ts';
import type { Cut } from '../figure/model.ts';
import { namedCut, namedCuts } from '../figure/names.ts';
import { keepingOf, kpiByKey } from '../figure/read.ts';
import { setTargets } from '../permissions.ts';
import { aimOn, isSame } from '../targets/rules.ts';
import { cutsOf, historyOf, targetsOf } from '../targets/store.ts';
import { demandTargetable } from './demand-targetable.ts';
import type { TargetChoices } from './model.ts';

/** Of a dimension; what counts less is not worth a target of its own. */
const mostOfEach = 200;
/** A year: a part that has not counted for longer is gone. */
const partsForDays = 365;
const mostShown = 8;

/** What the form that sets a target of a KPI shows. */
export const getTargetChoices = query({
  name: 'kpis.open-target',
  permission: setTargets,
  input: z.object({ kpi: z.string() }),
  async run(ctx, { kpi: key }): Promise<TargetChoices> {
    const kpi = kpiByKey(ctx, key);
    demandTargetable(kpi);
    const today = dayIn(ctx.workspace.timeZone, ctx.now);
    return {
      kpi,
      cuts: await partsWithTargets(ctx, kpi, today),
      current: aimOn(kpi, await targetsOf(ctx.scope, [kpi.key]), null, today),
      history: await namedHistory(ctx, kpi),
      today,
    };
  },
});

async function namedHistory(ctx: QueryContext, kpi: Kpi): Promise<TargetChoices['history']> {
  const history = await historyOf(ctx.scope, kpi.key, mostShown);
  return await Promise.all(
    history.map(async (entry) => ({ ...entry, cut: await namedCut(ctx, kpi, entry.cut) })),
  );
}

/** The parts that counted lately, and those that have a target. */
export async function partsWithTargets(ctx: QueryContext, kpi: Kpi, today: string): Promise<readonly Cut[]> {
  const { generation } = await keepingOf(ctx, kpi);
  const since = addDays(today, -partsForDays);
  const counted = await cutsOf(ctx.scope, { kpi, generation, since }, mostOfEach);
  const set = (await targetsOf(ctx.scope, [kpi.key])).flatMap(({ cut }) => cut ?? []);
  const others = set.filter((cut, i) => !isIn(counted, cut) && !isIn(set.slice(0, i), cut));
  return await namedCuts(ctx, kpi, [...counted, ...others]);
}

const isIn = (cuts: readonly Cut[], cut: Cut) => cuts.some((one) => isSame(one, cut));
