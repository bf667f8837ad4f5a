import { distance } from 'fastest-levenshtein';

/** One slip of a finger in so many letters. */
const lettersPerSlip = 10;

/**
 * Whether two titles say the same: equal but for case, marks and spaces, or with a few slips. Dock 3 is not dock 4:
 * numbers have to be the same.
 */
export function areAlike(one: string, other: string): boolean {
  const [a, b] = [lettersOf(one), lettersOf(other)];
  if (a === '' || b === '') return false;
  if (a === b) return true;
  if (numbersOf(one) !== numbersOf(other)) return false;
  return distance(a, b) <= Math.floor(Math.max(a.length, b.length) / lettersPerSlip);
}

function lettersOf(title: string): string {
  return title
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '');
}

function numbersOf(title: string): string {
  return (title.normalize('NFKC').match(/\p{N}+/gu) ?? []).join(' ');
}
