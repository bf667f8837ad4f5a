import type { PostedFigure } from '../../../core/tokens/digests/posted-figure.ts';
import type { Kpi } from '../../../core/tokens/fact.ts';
import { isStillOpen } from '../card/words.ts';
import type { Days } from '../days/model.ts';
import { isRate, permille } from '../figure/rules.ts';

/** Whether more may come of these days by themselves, seen from a day: what is said of them then is of so far. */
export function isOfSoFar(kpi: Kpi, days: Days, day: string): boolean {
  return days.to > day || isStillOpen(kpi, days, day);
}

type Counted = Pick<PostedFigure, 'totals' | 'median'>;

/**
 * Whether a figure is another one by so much or more: a rate by tenths of a point as they are printed, a count by so many of what
 * it counts, money and durations by so many per cent.
 */
export function isMovedBy({ measure }: Pick<Kpi, 'measure'>, was: Counted, is: Counted, by: number): boolean {
  if (isRate(measure)) {
    const [before, now] = [tenthsOf(was), tenthsOf(is)];
    return before === null || now === null ? before !== now : sizeOf(now - before) >= BigInt(by);
  }
  if (measure.kind === 'spread') {
    if (was.median === null || is.median === null) return was.median !== is.median;
    const change = Math.abs(is.median - was.median);
    return change > 0 && change * 100 >= by * Math.abs(was.median);
  }
  if (measure.unit !== 'money') return sizeOf(sumIn(is, '') - sumIn(was, '')) >= BigInt(by);
  const currencies = new Set([...was.totals, ...is.totals].map(({ currency }) => currency));
  return [...currencies].some((currency) => {
    const before = sumIn(was, currency);
    const change = sizeOf(sumIn(is, currency) - before);
    return change > 0n && change * 100n >= BigInt(by) * sizeOf(before);
  });
}

function tenthsOf({ totals: [total] }: Counted): bigint | null {
  return !total || total.d === '0' ? null : permille(BigInt(total.n), BigInt(total.d));
}

/** What has no total is none. */
function sumIn({ totals }: Counted, currency: string): bigint {
  return BigInt(totals.find((one) => one.currency === currency)?.n ?? 0);
}

const sizeOf = (n: bigint) => (n < 0n ? -n : n);
