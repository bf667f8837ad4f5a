import { oneSlipFrom } from '../../../core/text/slips.ts';

/** Longer codes have too many neighbours, and nobody types them by hand. */
const longestTyped = 40;
const digits = '0123456789';
const letters = 'abcdefghijklmnopqrstuvwxyz';
/** Which keyboards lack, and people leave out: "musli" is one slip from "müsli". */
const accented = 'äöüßàáâãåæçèéêëìíîïñòóôõøœùúûý';

/** A code's key without what people forget or add: separators and zeros. "MUG1" for MUG-01. */
export function looseKey(key: string): string {
  return key.replace(/[-_ ./0]/g, '');
}

/** A code's key without separators. */
export function bareKey(key: string): string {
  return key.replace(/[-_ ./]/g, '');
}

/**
 * The loose keys that are one slip away from that of `key`, itself included: a character too many, too few, another one,
 * or two that changed places. A few hundred; none for an empty or a very long key.
 */
export function looseKeysNear(key: string): readonly string[] {
  const loose = looseKey(key);
  if (loose === '' || loose.length > longestTyped) return [];
  return oneSlipFrom(loose, letters.toUpperCase() + digits.replace('0', ''));
}

/** The words that are one slip away, itself included. */
export function wordsNear(word: string): readonly string[] {
  return word.length > longestTyped ? [word] : oneSlipFrom(word, letters + accented);
}

/** The barcodes that are one slip away; none for what is none. */
export function barcodesNear(key: string): readonly string[] {
  return /^\d{7,15}$/.test(key) ? oneSlipFrom(key, digits) : [];
}

/** A word as typed, and the words of titles that may be meant by it. */
export interface Meant {
  readonly typed: string;
  readonly words: readonly string[];
}

/** A typed word, and what the titles have of it. */
export interface TypedWord {
  readonly typed: string;
  /** Some title may have it: the words of titles are known, their numbers are not. */
  readonly isKnown: boolean;
  /** Words of titles that it is a part of, the shortest first. */
  readonly longer: readonly string[];
}
