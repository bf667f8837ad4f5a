import { localHour } from '../../../core/time/local-hour.ts';

const dayMs = 86_400_000;

/** The most days of past sales behind the daily demand. */
export const demandDays = 28;
/** With orders of fewer days, nobody can say what is usual. */
export const leastDemandDays = 7;

/** What was sold lately, and in how much time. */
export interface Demand {
  /** Units ordered and not cancelled in the last `demandDays` whole days; today is not over yet. */
  readonly recentUnits: number;
  /** The days of that time for which the shop has orders at all: fewer than `demandDays` in a new shop. */
  readonly demandOver: number;
}

/** A day, such as 2026-03-02, in the zone of the business. */
export interface BusinessDay {
  readonly day: string;
  readonly timeZone: string;
}

/** Today, where the business is. */
export function businessDay({
  workspace: { timeZone },
  now,
}: {
  readonly workspace: { readonly timeZone: string };
  readonly now: Date;
}): BusinessDay {
  return { day: localHour(timeZone, now).day, timeZone };
}

/** How many of the days whose demand counts today are not before that of the shop's first order. */
export function daysWithOrders(first: Date | null, { day, timeZone }: BusinessDay): number {
  if (!first) return 0;
  const daysAgo = (Date.parse(day) - Date.parse(localHour(timeZone, first).day)) / dayMs;
  return Math.min(demandDays, Math.max(0, daysAgo));
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
