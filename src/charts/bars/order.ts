import type { Bar, BarsChart } from '../model.ts';

/** The worst first, where neither way is better the most; then those too few to rank; then those without data. */
export function ordered({ bars, good }: Pick<BarsChart, 'bars' | 'good'>): readonly Bar[] {
  const group = ({ value, isRanked }: Bar) => (value === null ? 2 : isRanked ? 0 : 1);
  const sign = good === 'up' ? 1 : -1;
  return bars.toSorted(
    (a, b) =>
      group(a) - group(b) ||
      sign * ((a.value ?? 0) - (b.value ?? 0)) ||
      (b.n ?? 0) - (a.n ?? 0) ||
      (a.name < b.name ? -1 : a.name > b.name ? 1 : 0),
  );
}

/** Whether something that is counted stands behind any of them. */
export function hasCounts({ bars }: Pick<BarsChart, 'bars'>): boolean {
  return bars.some(({ n }) => n !== null);
}
