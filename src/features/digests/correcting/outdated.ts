import type { PostedFigure } from '../../../core/tokens/digests/posted-figure.ts';
import type { Kpi } from '../../../core/tokens/fact.ts';
import { isMovedBy, isOfSoFar } from '../../kpis/index.ts';
import { isSaid, printedOf } from '../edition/printed.ts';

/**
 * Whether late data may correct a figure that was posted on a day. Not where its definition is another one by now, or is gone:
 * that would compare two figures. And not what was of so far: it goes on by itself.
 */
export function mayChange(kpi: Kpi | undefined, told: PostedFigure, day: string): kpi is Kpi {
  return kpi !== undefined && kpi.version === told.version && !isOfSoFar(kpi, told, day);
}

/** Whether what stands in a post of a figure is no longer so, by the tolerance of its digest or more. */
export function isOutdated(kpi: Kpi, stands: PostedFigure, now: PostedFigure, tolerance: number): boolean {
  // What cannot be said now corrects nothing.
  if (tolerance === 0 || now.silent !== null || now.isCounting) return false;
  if (printedOf(stands) === printedOf(now)) return false;
  return !isSaid(stands) || !isSaid(now) || isMovedBy(kpi, stands, now, tolerance);
}

/** Whether a figure is to be read anew: what it is counted from is no longer the same, or it had no value only while nobody told it. */
export function isSuspect(stands: PostedFigure, totals: PostedFigure['totals'] | null): boolean {
  if (totals === null) return false;
  if (stands.silent !== null || stands.isCounting) return totals.length > 0;
  return summed(totals) !== summed(stands.totals);
}

function summed(totals: PostedFigure['totals']): string {
  return totals
    .map(({ n, d, currency }) => `${currency} ${n} ${d}`)
    .sort()
    .join(', ');
}
