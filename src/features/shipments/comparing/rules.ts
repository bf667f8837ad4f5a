import { fewest, type Score } from './model.ts';

/** Fewer of which it could be judged say nothing. */
export function isRanked({ judged }: Score): boolean {
  return judged >= fewest;
}

/**
 * Why it is not ranked: there are too few; or there would be enough, if it was known by when they had to leave, or if we had
 * handed them over on time.
 */
export function lackOf({
  judged,
  leftLate,
  unknown,
}: Pick<Score, 'judged' | 'leftLate' | 'unknown'>): 'parcels' | 'ship-by' | 'hand-over' {
  if (judged + leftLate + unknown < fewest) return 'parcels';
  return unknown >= leftLate ? 'ship-by' : 'hand-over';
}

/** Late by the carrier's own reason among those that it had on time and delivered; only of those that are ranked. */
export function lateRate({ lateByCarrier, judged }: Score): number {
  return lateByCarrier / judged;
}

/** The worst first; what is too few to rank stands below, by its number. */
export function ranked(scores: readonly Score[]): readonly Score[] {
  return scores.toSorted((a, b) => {
    if (isRanked(a) !== isRanked(b)) return isRanked(a) ? -1 : 1;
    const byRate = isRanked(a) ? lateRate(b) - lateRate(a) : 0;
    return byRate || b.parcels - a.parcels || (a.code < b.code ? -1 : 1);
  });
}
