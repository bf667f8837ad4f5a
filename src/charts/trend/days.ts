import type { TrendChart, TrendDay } from '../model.ts';

const dayMs = 86_400_000;

/** Every day from the first to the last: those left out have no data. */
export function allDays({ days }: TrendChart): readonly TrendDay[] {
  return days.flatMap((one, n) => {
    const before = days[n - 1];
    return before ? [...daysBetween(before.day, one.day), one] : [one];
  });
}

function daysBetween(from: string, to: string): readonly TrendDay[] {
  const missing = Math.max(Math.round((Date.parse(to) - Date.parse(from)) / dayMs) - 1, 0);
  return Array.from({ length: missing }, (_, n) => {
    const day = new Date(Date.parse(from) + (n + 1) * dayMs);
    return { day: day.toISOString().slice(0, 10), value: null };
  });
}

/** A day with data. */
export interface TrendValue extends TrendDay {
  readonly value: number;
}

export const hasValue = (day: TrendDay): day is TrendValue => day.value !== null;

/** The day that the finding is about: the last that is over, else the last with data. */
export function lastTold(days: readonly TrendDay[]): TrendValue | null {
  const told = days.filter(hasValue);
  return told.findLast(({ isOpen }) => !isOpen) ?? told.at(-1) ?? null;
}
