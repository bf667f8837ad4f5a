import type { Kpi, SpreadUnit } from '../../../core/tokens/fact.ts';
import type { Part } from './model.ts';

/** Fewer are not ranked, and are shown with their interval (KPIS.md, rule 10). */
export const fewest = 30;

/** The 0.975 quantile of the normal distribution. */
const z = 1.959963984540054;

/**
 * The 95 % interval of a share, as Wilson gives it: E. B. Wilson, "Probable inference, the law of succession, and statistical
 * inference" (1927). Null without any, and of more than all of them, such as pieces credited of those sold in the same days.
 */
export function wilson(n: bigint, d: bigint): { readonly low: number; readonly high: number } | null {
  if (d === 0n || n > d) return null;
  const [count, share] = [Number(d), Number(n) / Number(d)];
  const among = 1 + (z * z) / count;
  const middle = share + (z * z) / (2 * count);
  const half = z * Math.sqrt((share * (1 - share)) / count + (z * z) / (4 * count * count));
  return { low: (middle - half) / among, high: (middle + half) / among };
}

/** A share in tenths of a per cent, rounded half up as it is printed, without a detour over fractions of binary numbers. */
export function permille(n: bigint, d: bigint): bigint {
  return (2_000n * n + d) / (2n * d);
}

/** Whether a part has enough to stand in a ranking. */
export function isRanked({ totals }: Part): boolean {
  return totals.some(({ d }) => d >= BigInt(fewest));
}

/** What is said in per cent. */
export function isRate(
  measure: Kpi['measure'],
): measure is Extract<Kpi['measure'], { kind: 'share' | 'lasting' }> {
  return measure.kind === 'share' || measure.kind === 'lasting';
}

/** What is one number, with nothing behind it. */
export function isSimple(
  measure: Kpi['measure'],
): measure is Extract<Kpi['measure'], { kind: 'sum' | 'distinct' | 'standing' }> {
  return measure.kind === 'sum' || measure.kind === 'distinct' || measure.kind === 'standing';
}

/** How many milliseconds a unit of durations has. */
export const msOf: Readonly<Record<SpreadUnit, number>> = { ms: 1, s: 1_000, days: 86_400_000 };
