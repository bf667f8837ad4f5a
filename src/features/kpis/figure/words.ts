import { halfUp, number } from '../../../core/text/quantity.ts';
import type { SpreadUnit } from '../../../core/tokens/fact.ts';

/** "94.1" of 941. */
export function pointsWords(tenths: bigint): string {
  const size = tenths < 0n ? -tenths : tenths;
  return `${tenths < 0n ? '−' : ''}${number(Number(size / 10n))}.${size % 10n}`;
}

export const hourMs = 3_600_000;
/** From here on hours are too many to be read. */
const inDaysFrom = 96;

/** From so many seconds on minutes are said, and from so many minutes on hours. */
const inMinutesFrom = 120;

/** "26.4 h", "92.0 days", "3.0 s", "12.5 min". */
export function durationWords(unit: SpreadUnit, of: number): string {
  if (unit === 'days') return `${tenths(of)} days`;
  if (unit === 's') {
    if (Math.abs(of) < inMinutesFrom) return `${tenths(of)} s`;
    const minutes = of / 60;
    return Math.abs(minutes) < inMinutesFrom ? `${tenths(minutes)} min` : durationWords('ms', of * 1_000);
  }
  const hours = of / hourMs;
  return hours < inDaysFrom ? `${tenths(hours)} h` : `${tenths(hours / 24)} days`;
}

const tenths = (of: number) => `${of < 0 ? '-' : ''}${halfUp(Math.abs(of), 1)}`;
