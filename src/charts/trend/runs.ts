import type { TrendDay } from '../model.ts';
import type { Space } from './space.ts';

/** A narrower day is not shaded: a year of weekends would be a pattern and tell nothing. */
const narrowestDay = 3;

/** Runs of days off. */
export function shaded({ days, each }: Space): readonly { readonly from: number; readonly to: number }[] {
  if (each < narrowestDay) return [];
  return runsOf(days, ({ isOff }) => Boolean(isOff));
}

/** From where to where days are so. */
export function runsOf(days: readonly TrendDay[], is: (day: TrendDay) => boolean) {
  const runs: { from: number; to: number }[] = [];
  for (const [n, day] of days.entries()) {
    if (!is(day)) continue;
    const run = runs.at(-1);
    if (run?.to === n - 1) run.to = n;
    else runs.push({ from: n, to: n });
  }
  return runs;
}
