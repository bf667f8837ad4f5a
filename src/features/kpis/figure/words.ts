import { lengthWords, number } from '../../../core/text/quantity.ts';
import type { SpreadUnit } from '../../../core/tokens/fact.ts';

/** "94.1" of 941. */
export function pointsWords(tenths: bigint): string {
  const size = tenths < 0n ? -tenths : tenths;
  return `${tenths < 0n ? '−' : ''}${number(Number(size / 10n))}.${size % 10n}`;
}

export const hourMs = 3_600_000;
/** "26.4 h", "92.0 days", "3.0 s", "12.5 min". */
export function durationWords(unit: SpreadUnit, of: number): string {
  if (unit === 'ms') return lengthWords('hours', of / hourMs);
  return lengthWords(unit === 's' ? 'seconds' : 'days', of);
}
