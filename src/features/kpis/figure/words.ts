import { number } from '../../../core/text/quantity.ts';

/** "94.1" of 941. */
export function pointsWords(tenths: bigint): string {
  const size = tenths < 0n ? -tenths : tenths;
  return `${tenths < 0n ? '−' : ''}${number(Number(size / 10n))}.${size % 10n}`;
}

export const hourMs = 3_600_000;
/** From here on hours are too many to be read. */
const inDaysFrom = 96;

/** "26.4 h", "92.0 days". */
export function durationWords(unit: 'ms' | 'days', of: number): string {
  if (unit === 'days') return `${of.toFixed(1)} days`;
  const hours = of / hourMs;
  return hours < inDaysFrom ? `${hours.toFixed(1)} h` : `${(hours / 24).toFixed(1)} days`;
}
