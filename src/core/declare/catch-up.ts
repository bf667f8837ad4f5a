import type { Schedule } from '../tokens/schedule.ts';

export type Treatment = 'run' | 'paused' | 'superseded' | 'skipped';

/** How to handle one due slot. `newer`: a later one is due, too. */
export function treatmentOf(
  { paused, catchUp, skipAfterMin }: Pick<Schedule, 'paused' | 'catchUp' | 'skipAfterMin'>,
  slot: { readonly lateMin: number; readonly newer: boolean },
): Treatment {
  if (paused) return 'paused';
  if (catchUp === 'newest' && slot.newer) return 'superseded';
  if (catchUp === 'skip' && slot.lateMin > (skipAfterMin ?? 0)) return 'skipped';
  return 'run';
}

/** Minutes until a failed run is retried, by its attempts so far; null: never. */
export function retryAfterMin(attempts: number): number | null {
  return [1, 5, 15][attempts - 1] ?? null;
}

export function minutesBetween(from: Date, to: Date): number {
  return Math.max(0, Math.floor((to.getTime() - from.getTime()) / 60_000));
}
