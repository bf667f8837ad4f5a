import { addDays } from '../../../core/time/weekdays.ts';
import type { Kpi } from '../../../core/tokens/fact.ts';
import type { Days } from '../days/model.ts';
import { wilson } from '../figure/rules.ts';
import type { Breach, Judged, Watched } from './model.ts';

/** Fewer raise nothing (KPIS.md). */
export const fewestJudged = 100n;
const [fewDays, manyDays] = [7, 28];

/** The days that are judged, of those of which nothing comes any more by itself: the last 7, and 28 where those have too few. */
export function windowsOf({ openDays = 0 }: Pick<Kpi, 'openDays'>, today: string): readonly Days[] {
  const to = addDays(today, -openDays);
  return [fewDays, manyDays].map((count) => ({ from: addDays(to, -count), to }));
}

/**
 * Whether the whole 95 % interval of a share is worse than a goal, in parts of 10,000. Of nothing it is not; more than all of
 * them is more than any goal.
 */
export function isBeyond(good: Kpi['good'], { n, d }: Pick<Judged, 'n' | 'd'>, goal: bigint): boolean {
  if (n > d && d > 0n) return good === 'down';
  const interval = wilson(n, d);
  if (interval === null || good === null) return false;
  const bound = Number(goal) / 10_000;
  return good === 'up' ? interval.high < bound : interval.low > bound;
}

/**
 * What has to be done about a share. `wait`: nothing changes.
 *
 * It begins with enough of them, and ends once its interval reaches the target again: also with fewer, of which the interval is
 * wide. Both happen once for the same days at most, so that what comes late does not end and begin it all day; another target
 * is judged at once.
 */
export function stepOf({ kpi, aim, known }: Watched, judged: Judged): 'begin' | 'go on' | 'end' | 'wait' {
  const isOpen = known !== null && known.endedAt === null;
  const isWorse = aim !== null && isBeyond(kpi.good, judged, aim.target);
  const isSettled = known !== null && aim?.target === known.target && judged.days.to <= known.days.to;
  if (!isOpen) return isWorse && judged.d >= fewestJudged && !isSettled ? 'begin' : 'wait';
  if (isWorse) return 'go on';
  return isSettled ? 'wait' : 'end';
}

/** Whether a share is worse than the limit beyond doubt. */
export function isSevere({ kpi, aim }: Pick<Watched, 'kpi' | 'aim'>, judged: Judged): boolean {
  return aim !== null && aim.limit !== null && isBeyond(kpi.good, judged, aim.limit);
}

/** Whether what its issue says is no longer so. */
export function isMoved(known: Breach, judged: Judged, { aim }: Pick<Watched, 'aim'>): boolean {
  return (
    known.paused ||
    known.n !== judged.n ||
    known.d !== judged.d ||
    known.days.from !== judged.days.from ||
    known.days.to !== judged.days.to ||
    known.target !== aim?.target ||
    known.limit !== aim.limit
  );
}
