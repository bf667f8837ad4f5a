import type { Cron } from 'croner';
import { readCron, type Timing } from './timing.ts';

/** The slots in (after, now], oldest first, at most `limit`. */
export function dueSlots(timing: Timing, after: Date, now: Date, limit: number): readonly Date[] {
  const slots: Date[] = [];
  for (let slot = nextAfter(timing, after); slot && slot <= now; slot = nextAfter(timing, slot)) {
    slots.push(slot);
    if (slots.length === limit) break;
  }
  return slots;
}

/** The next `n` slots after a moment; fewer when there are no more. */
export function nextSlots(timing: Timing, after: Date, n: number): readonly Date[] {
  const slots: Date[] = [];
  for (let slot = nextAfter(timing, after); slot && slots.length < n; slot = nextAfter(timing, slot))
    slots.push(slot);
  return slots;
}

interface Reading {
  readonly cron: Cron;
  readonly after: number;
  readonly next: Date | null;
}

// Every schedule is checked every minute, and most of the time its next slot is still the known one.
const readings = new Map<string, Reading>();

/** Throws for a timing that `readCron` rejects. */
function nextAfter(timing: Timing, after: Date): Date | null {
  const key = `${timing.cron} ${timing.timeZone}`;
  const known = readings.get(key);
  const from = after.getTime();
  if (known?.next && known.after <= from && from < known.next.getTime()) return known.next;
  const cron = known?.cron ?? readCron(timing);
  if (!cron) throw new Error(`${key} is not a schedule.`);
  const next = cron.nextRun(after);
  readings.set(key, { cron, after: from, next });
  return next;
}
