import type { CodeCount } from './code-store.ts';
import type { SeriesPlan } from './plan.ts';

/** The codes of new events that nobody here knows. What has moved to another series was counted before. */
export function unknownCodes(plans: readonly SeriesPlan[]): readonly CodeCount[] {
  const codes = new Map<string, Omit<CodeCount, 'count' | 'firstAt' | 'lastAt'> & { moments: number[] }>();
  for (const { fresh, shipments } of plans)
    for (const { source, code, status, at } of fresh) {
      if (status !== 'unknown' || code === null) continue;
      const key = JSON.stringify([source, code]);
      const sample = shipments.at(-1)?.after.tracking ?? '';
      const one = codes.get(key) ?? { source, code, sample, moments: [] };
      one.moments.push(at.getTime());
      codes.set(key, one);
    }
  return [...codes.values()].map(({ moments, ...one }) => ({
    ...one,
    count: moments.length,
    firstAt: new Date(Math.min(...moments)),
    lastAt: new Date(Math.max(...moments)),
  }));
}
