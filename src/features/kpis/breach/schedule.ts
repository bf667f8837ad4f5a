import type { ScheduleKind } from '../../../core/declare/schedule.ts';
import { asSystem } from '../../../core/runtime/system.ts';
import { judgeTargets } from './judge.ts';

/** Every hour: what is told of the days before comes late, and is rarely more urgent than that. */
export const targetsJudged: ScheduleKind = {
  id: 'kpis.targets',
  title: 'Holding figures against their targets',
  builtIn: { cron: '37 * * * *' },
  async run(ctx) {
    const { begun } = await judgeTargets.call(asSystem(ctx, 'kpis'), {});
    return { state: begun > 0 ? 'done' : 'empty', changes: [] };
  },
};
