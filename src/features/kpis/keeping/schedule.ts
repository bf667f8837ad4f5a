import { kpis } from '../../../core/declare/kpi.ts';
import type { ScheduleKind } from '../../../core/declare/schedule.ts';
import { beginMissing, countedOf } from './fold.ts';
import { sweepUndeclared } from './sweep-store.ts';

/** Rows of KPIs that are gone which an hour deletes: nobody waits for it. */
const sweptAnHour = 20_000;

/** Whether the facts of every family are made, and by this release; the drain makes them. */
export const factsKept: ScheduleKind = {
  id: 'kpis.facts',
  title: 'Facts of KPIs',
  builtIn: { cron: '7 * * * *' },
  async run(ctx) {
    await beginMissing(ctx);
    const versions = countedOf(ctx).map(({ version }) => version);
    await sweepUndeclared(ctx.tx, ctx.engine.contributions.of(kpis), { versions, most: sweptAnHour });
    return { state: 'done', changes: [] };
  },
};
