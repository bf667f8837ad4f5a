import type { Schedule } from '../core/tokens/schedule.ts';
import type { JobGround } from './ground.ts';

/** A change to a calendar is heeded within this time. */
export const readsAnewMs = 2 * 60_000;

interface Quiet {
  readonly from: Date;
  /** Nothing is due before. */
  readonly until: Date;
}

type Known = Pick<Schedule, 'id' | 'cron' | 'timeZone'>;

// Schedules are checked every minute, and those that follow calendars ask the database for their moments.
const memory = new WeakMap<JobGround, Map<string, Quiet & Pick<Known, 'cron' | 'timeZone'>>>();

/** Whether calendars that were read shortly before say that nothing is due yet. */
export function isQuiet(jobs: JobGround, { id, cron, timeZone }: Known, now: Date): boolean {
  const known = memory.get(jobs)?.get(id);
  if (known?.cron !== cron || known.timeZone !== timeZone) return false;
  return now >= known.from && now < known.until;
}

export function noteQuiet(jobs: JobGround, { id, cron, timeZone }: Known, quiet: Quiet): void {
  const known = memory.get(jobs) ?? new Map();
  known.set(id, { ...quiet, cron, timeZone });
  memory.set(jobs, known);
}
