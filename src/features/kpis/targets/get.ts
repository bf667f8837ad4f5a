import { z } from 'zod';
import { kpis } from '../../../core/declare/kpi.ts';
import { query } from '../../../core/runtime/operation.ts';
import { dayIn } from '../../../core/time/time-zone.ts';
import { dayShape } from '../days/shapes.ts';
import { kpiByKey } from '../figure/read.ts';
import { readKpis } from '../permissions.ts';
import type { Aim, Aims } from './model.ts';
import { aimOn, aimsOf } from './rules.ts';
import { targetsOf } from './store.ts';

/** What a KPI of some days is held against, and its parts by a dimension. */
export const getAims = query({
  name: 'kpis.aims',
  permission: readKpis,
  input: z.object({ kpi: z.string(), from: dayShape, to: dayShape, by: z.string().nullable() }),
  async run(ctx, { kpi: key, from, to, by }): Promise<Aims> {
    const kpi = kpiByKey(ctx, key);
    return aimsOf(kpi, await targetsOf(ctx.scope, [kpi.key]), { from, to }, by);
  },
});

/** What the whole business should reach on a day, by the key of each KPI that has a target. */
export const getTargets = query({
  name: 'kpis.targets',
  permission: readKpis,
  input: z.object({ on: dayShape.nullable() }),
  async run(ctx, { on }): Promise<ReadonlyMap<string, Aim>> {
    const all = ctx.engine.contributions.of(kpis);
    const day = on ?? dayIn(ctx.workspace.timeZone, ctx.now);
    const rows = await targetsOf(
      ctx.scope,
      all.map(({ key }) => key),
    );
    return new Map(
      all.flatMap((kpi) => {
        const aim = aimOn(kpi, rows, null, day);
        return aim ? [[kpi.key, aim] as const] : [];
      }),
    );
  },
});
