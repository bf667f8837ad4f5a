import type { Schedule } from '../tokens/schedule.ts';

export type Treatment = 'run' | 'paused' | 'superseded' | 'skipped';

/** How to handle one due slot. `newer`: a later one is due, too. */
export function treatmentOf(
  schedule: Pick<Schedule, 'paused' | 'pausedUntil' | 'catchUp' | 'skipAfterMin'>,
  slot: { readonly slotAt: Date; readonly lateMin: number; readonly newer: boolean },
): Treatment {
  const { catchUp, skipAfterMin } = schedule;
  if (isPausedAt(schedule, slot.slotAt)) return 'paused';
  if (catchUp === 'newest' && slot.newer) return 'superseded';
  if (catchUp === 'skip' && slot.lateMin > (skipAfterMin ?? 0)) return 'skipped';
  return 'run';
}

/** Whether a slot falls into its pause, which may have an end. */
export function isPausedAt(
  { paused, pausedUntil }: Pick<Schedule, 'paused' | 'pausedUntil'>,
  slotAt: Date,
): boolean {
  return paused && (pausedUntil === null || slotAt < pausedUntil);
}

/** Minutes until a failed run is retried, by its attempts so far; null: never. */
export function retryAfterMin(attempts: number): number | null {
  return [1, 5, 15][attempts - 1] ?? null;
}

export function minutesBetween(from: Date, to: Date): number {
  return Math.max(0, Math.floor((to.getTime() - from.getTime()) / 60_000));
}
