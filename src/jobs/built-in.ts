import { schedules } from '../core/declare/schedule.ts';
import { inUnit } from '../core/runtime/unit.ts';
import { ensureSchedule } from '../db/schedules.ts';
import { type JobGround, systemContext } from './ground.ts';

/** Adds the schedules that every workspace has. */
export async function ensureBuiltIns(jobs: JobGround): Promise<void> {
  const kinds = jobs.ground.engine.contributions.of(schedules);
  await inUnit(systemContext(jobs, 'the start'), {}, async ({ tx, now, ids, workspace }) => {
    for (const { id: kind, builtIn } of kinds) {
      if (!builtIn) continue;
      const schedule = {
        id: ids.uuid(now),
        kind,
        cron: builtIn.cron,
        timeZone: workspace.timeZone,
        place: '',
        owner: null,
        catchUp: 'newest',
        skipAfterMin: null,
        paused: false,
        pausedUntil: null,
      } as const;
      await ensureSchedule(tx, schedule, now);
    }
  });
}
