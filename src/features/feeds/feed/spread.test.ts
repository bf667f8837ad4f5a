import { expect, test } from 'vitest';
import { merged, quantile, sizeOf, spreadOf } from './spread.ts';

test.each([
  ['nothing', [], 0.5, null],
  ['one', [40], 0.5, 40],
  ['the lower of two in the middle', [10, 20], 0.5, 10],
  ['an odd number', [5, 900, 7], 0.5, 7],
  ['twenty, of which one is late', [...Array(19).fill(40), 3_000], 0.95, 40],
  ['twenty, of which two are late', [...Array(18).fill(40), 3_000, 3_000], 0.95, 3_000],
  ['what came before it happened is not late', [-5, -5, -5], 0.5, 0],
  ['beyond an hour whole minutes', [3_659], 0.5, 3_600],
  ['beyond two days whole hours', [200_000], 0.5, 198_000],
])('the share of %s', (_, seconds, share, expected) => {
  expect(quantile(spreadOf(seconds), share)).toBe(expected);
});

test('spreads add up, and a year of orders at once stays small', () => {
  const year = spreadOf(Array.from({ length: 100_000 }, (_, n) => n * 315));
  expect(Object.keys(year).length).toBeLessThan(15_000);
  const all = merged(year, spreadOf([0, 0, 1]));
  expect([sizeOf(all), all['0'], all['1']]).toEqual([100_003, 3, 1]);
});
