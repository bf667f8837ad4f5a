import type { Kpi } from '../../../core/tokens/fact.ts';
import { isRate } from '../figure/rules.ts';
import type { Verdict } from './model.ts';

/** Of a share, in parts of 10,000: so far apart, and so many times as many misses, nobody plans to be. */
const [worseBy, worseTimes, betterBy] = [1_000, 4, 6_000];
/** Of anything else so many times as much, to either side; of a few neither. */
const [timesWorse, timesBetter, few] = [5, 20, 20];

/**
 * Whether a target is so far from where the figure stands that it may be a slip: 1.2 % where 94 % come on time, two minutes where it
 * takes a day. A target that is much better is a plan sooner than one that is much worse.
 */
export function isFarOff({ measure, good }: Kpi, { aim, value, per }: Verdict): boolean {
  const [is, meant] = [Number(value) / Number(per), Number(aim.target)];
  if (isRate(measure)) {
    const misses = (of: number) => (good === 'up' ? 10_000 - of : of);
    const more = misses(meant) - misses(is);
    return (more > worseBy && misses(meant) > worseTimes * misses(is)) || -more > betterBy;
  }
  const [less, most] = [Math.min(is, meant), Math.max(is, meant)];
  const isWorse = (good === 'up') === meant < is;
  if (measure.kind === 'spread') return most > (isWorse ? timesWorse : timesBetter) * less;
  // None waiting is a plan.
  if (most < few || meant === 0) return false;
  return most > (isWorse ? timesWorse : timesBetter) * less;
}
