import { expect, test } from 'vitest';
import { piecesShort } from './rules.ts';

test.each([
  ['nothing here', 6, 0, 0, 6],
  ['all here, and committed to them', 6, 18, 6, 0],
  ['all here, and committed to nobody', 6, 18, 0, 0],
  ['the last pieces are committed to them', 6, 0, 6, 0],
  ['some of it', 31, 24, 0, 7],
  ['a part is committed, the rest available', 31, 4, 20, 7],
  ['more sold than there was', 10, -3, 10, 3],
  ['committed to orders of which nobody told', 4, 0, 50, 0],
  ['a fault says less than nothing', 4, -50, 0, 4],
])(
  '%s: of %i needed, with %i available and %i committed, %i are short',
  (_, needed, available, committed, short) => {
    expect(piecesShort(needed, { available, committed })).toBe(short);
  },
);
