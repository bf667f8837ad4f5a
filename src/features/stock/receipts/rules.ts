import type { Elsewhere, ReceiptsAt } from './model.ts';

/** A location's level of what is incoming, as a file states it in all. */
interface Stated {
  readonly code: string;
  readonly incoming: number;
  readonly expectedOn: Date | null;
}

export interface Incoming<Level> {
  readonly locations: readonly Level[];
  readonly elsewhere: readonly Elsewhere[];
  /** When the next pieces come, from today on; null: nobody knows. */
  readonly comingOn: Date | null;
}

/**
 * What is incoming, of receipts that are known by name and of what a file states in all. A file does not say which orders
 * its total is made of, so of both the larger counts at each location: neither is counted twice and neither takes the other
 * away. Receipts of which nobody has said where they arrive may be what a file states anywhere, and count as far as they are more.
 * A file's total stands until its next one. `today`: "2026-12-24".
 */
export function incomingOf<Level extends Stated>(
  levels: readonly Level[],
  receipts: readonly ReceiptsAt[],
  today: string,
): Incoming<Level> {
  const at = new Map(receipts.flatMap((one) => (one.location ? [[one.location.code, one] as const] : [])));
  const locations = levels.map((level) => {
    const named = at.get(level.code);
    if (!named) return level;
    const isMore = level.incoming > named.units;
    return {
      ...level,
      incoming: Math.max(level.incoming, named.units),
      expectedOn: isMore ? earliest(level.expectedOn, named.expectedOn) : named.expectedOn,
    };
  });
  const unnamed = levels.reduce(
    (sum, level) => sum + Math.max(level.incoming - (at.get(level.code)?.units ?? 0), 0),
    0,
  );
  const elsewhere = receipts.flatMap(({ location, units, expectedOn }): Elsewhere[] => {
    if (location === null) return [{ name: null, incoming: Math.max(units - unnamed, 0), expectedOn }];
    const isShown = levels.some(({ code }) => code === location.code);
    return isShown ? [] : [{ name: location.name, incoming: units, expectedOn }];
  });
  const stated = levels.flatMap(({ code, incoming, expectedOn }) =>
    incoming > (at.get(code)?.units ?? 0) && expectedOn && isFrom(expectedOn, today) ? [expectedOn] : [],
  );
  return {
    locations,
    elsewhere,
    comingOn: earliest(...receipts.map(({ comingOn }) => comingOn), ...stated),
  };
}

/** The earliest of these days; null: there is none. */
export function earliest(...days: readonly (Date | null)[]): Date | null {
  return days.reduce((first, one) => (one && (!first || one < first) ? one : first), null);
}

function isFrom(day: Date, today: string): boolean {
  return day.toISOString().slice(0, 10) >= today;
}
