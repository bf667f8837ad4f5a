import { oneSlipFrom } from '../../../core/text/slips.ts';

/** Of fewer characters too many numbers are a slip away; more nobody types. */
const shortestTyped = 8;
const longestTyped = 40;
const digits = '0123456789';
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** A number's key without what is printed between its groups. */
export function bareNumber(key: string): string {
  return key.replace(/[-_ ./]/g, '');
}

/** The keys that are one slip away from a number's, also where a separator is too many or too few; none for a short or a long one. */
export function numbersNear(key: string): readonly string[] {
  const bare = bareNumber(key);
  if (bare.length < shortestTyped || key.length > longestTyped) return [];
  const alphabet = /[^0-9]/.test(bare) ? digits + letters : digits;
  return [...new Set([key, bare].flatMap((one) => oneSlipFrom(one, `${alphabet}- `)))];
}
