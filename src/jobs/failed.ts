import { inUnit } from '../core/runtime/unit.ts';
import { failedJobs } from '../db/pgboss.ts';
import { reportTrouble } from '../features/index.ts';
import { type JobGround, systemContext } from './ground.ts';

const dayMs = 86_400_000;
const atOnce = 50;

/**
 * Reports jobs that failed without an error because every try was killed with its process. Each is reported once,
 * however often this runs.
 */
export async function reportFailedJobs(jobs: JobGround): Promise<void> {
  const { engine, clock } = jobs.ground;
  const since = new Date(clock.now().getTime() - dayMs);
  const failed = await failedJobs(engine.database.scope(jobs.workspace.id), since, atOnce);
  if (failed.length === 0) return;
  await inUnit(systemContext(jobs, 'background work'), {}, async (unit) => {
    for (const job of failed) await reportTrouble(unit, { about: 'job', ...job }, null);
  });
}
