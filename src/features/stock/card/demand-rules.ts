const dayMs = 86_400_000;

/** The most days of past sales behind the daily demand. */
export const demandDays = 28;
/** With orders of fewer days, nobody can say what is usual. */
export const leastDemandDays = 7;

/** What was sold lately, and in how much time. */
export interface Demand {
  /** Units ordered and not cancelled in the last `demandDays` days. */
  readonly recentUnits: number;
  /** The days of that time for which the shop has orders at all: fewer than `demandDays` in a new shop. */
  readonly demandOver: number;
}

/** The start of the period in which demand is counted. */
export function demandSince(now: Date): Date {
  return new Date(now.getTime() - demandDays * dayMs);
}

/** How much of the period that begins at `since` is after the shop's first order, in days. */
export function daysWithOrders(first: Date | null, since: Date): number {
  if (!first) return 0;
  const missing = (first.getTime() - since.getTime()) / dayMs;
  return Math.min(demandDays, Math.max(0, demandDays - missing));
}

/** Units a day; null: nothing was sold, or there are orders of too few days to say. */
export function unitsPerDay({ recentUnits, demandOver }: Demand): number | null {
  return recentUnits <= 0 || demandOver < leastDemandDays ? null : recentUnits / demandOver;
}

/** How many days so many units last at the recent pace; null: nobody can say. */
export function daysThatLast(available: number, demand: Demand): number | null {
  const pace = unitsPerDay(demand);
  return pace === null ? null : Math.max(0, available) / pace;
}
