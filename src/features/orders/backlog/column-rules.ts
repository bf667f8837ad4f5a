import type { ColumnEnds } from './model.ts';

/** Later than any ship-by. */
const never = new Date('9999-12-31T00:00:00Z');

/**
 * Until which ship-by orders count to which column. An order must leave with the last truck before its ship-by that takes
 * it: for the next cut-off counts what no later truck can take in time, and for later today what must not wait for
 * tomorrow's. Where no truck comes, days count.
 */
export function columnsEnd({
  now,
  cutOffAt,
  dayEndsAt,
  next,
}: {
  readonly now: Date;
  /** The location's next, of any truck; null: none comes. */
  readonly cutOffAt: Date | null;
  readonly dayEndsAt: Date;
  /** The first cut-off at or after a moment of those trucks that take these orders. */
  readonly next: (at: Date) => Date | null;
}): ColumnEnds {
  const after = (at: Date) => new Date(at.getTime() + 1);
  const own = next(now);
  const isOwn = cutOffAt !== null && own?.getTime() === cutOffAt.getTime();
  const later = isOwn ? next(after(cutOffAt)) : own;
  const nextBefore = isOwn ? (later ?? never) : cutOffAt && after(cutOffAt);
  const comesLaterToday = later !== null && later < dayEndsAt;
  return { nextBefore, todayBefore: comesLaterToday ? (next(dayEndsAt) ?? never) : dayEndsAt };
}
