import { dayMoment } from '../../../core/time/day-moment.ts';
import type { Reader } from '../../../core/time/reader.ts';

/** "Lena asked Wed 4 Mar 14:00 CET: issue #5." */
export function askedBefore(
  { number, by, at }: { readonly number: number; readonly by: string | null; readonly at: Date },
  reader: Reader,
): string {
  return `${by ?? 'Somebody'} asked ${dayMoment(at, reader)}: issue #${number}.`;
}
