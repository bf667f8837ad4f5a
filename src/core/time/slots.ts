import type { Cron } from 'croner';
import type { Temporal } from 'temporal-polyfill';
import { gapsBetween } from './gaps.ts';
import { isTimeOfDay, readCron, type Timing } from './timing.ts';

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

/** How far back a slot is looked for, in days: most schedules have one in the last two. */
const looksBack = [2, 9, 40, 400] as const;

/** The last slot before a moment, of the last 400 days; null: there is none. */
export function previousSlot(timing: Timing, before: Date): Date | null {
  const end = new Date(before.getTime() - 1);
  for (const days of looksBack) {
    const last = dueSlots(timing, new Date(end.getTime() - days * 86_400_000), end, 5_000).at(-1);
    if (last) return last;
  }
  return null;
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
  const regular = cron.nextRun(after);
  const next = (regular && skippedBefore(timing, after, regular)) ?? regular;
  readings.set(key, { cron, after: from, next });
  return next;
}

/**
 * The moment of a jump over a time of day that the schedule names; null if clocks skip none before `next`. croner looks
 * for the first minute after a gap on the same date only: Nuuk skips the last hour of a Saturday, Samoa skipped a day.
 */
function skippedBefore({ cron, timeZone }: Timing, after: Date, next: Date): Date | null {
  if (!isTimeOfDay(cron)) return null;
  const gap = gapsBetween(timeZone, after, next).find(({ from, until }) => names(cron, from, until));
  return gap?.at ?? null;
}

/** Whether the schedule names a local time in [from, until). Local times are read as UTC, which skips none. */
function names(cron: string, from: Temporal.PlainDateTime, until: Temporal.PlainDateTime): boolean {
  const [first, end] = [from, until].map((wall) => wall.toZonedDateTime('UTC').epochMilliseconds);
  const named = readCron({ cron, timeZone: 'UTC' })?.nextRun(new Date((first ?? 0) - 1_000));
  return named !== null && named !== undefined && named.getTime() < (end ?? 0);
}
