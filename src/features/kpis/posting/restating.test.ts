import { describe, expect, test } from 'vitest';
import type { Kpi, Measure } from '../../../core/tokens/fact.ts';
import { onTime } from '../sample-figures.ts';
import { isMovedBy, isOfSoFar } from './restating.ts';

const share: Measure = { kind: 'share', of: 'n', among: 'd' };
const orders: Measure = { kind: 'sum', of: 'n', unit: 'order' };
const money: Measure = { kind: 'sum', of: 'n', unit: 'money' };
const hours: Measure = { kind: 'spread', of: 'ms', unit: 'ms' };

const of = (...totals: readonly (readonly [n: number, d?: number, currency?: string])[]) => ({
  totals: totals.map(([n, d = 0, currency = '']) => ({ n: String(n), d: String(d), currency })),
  median: null,
});
const lasting = (median: number | null) => ({ totals: [], median });

describe('how far late data may move what was posted', () => {
  test.each([
    ['527 of 560 → 527 of 563', 'a tenth of a point', share, of([527, 560]), of([527, 563]), 1, true],
    ['94.1 % → 93.6 %', 'half a point', share, of([941, 1_000]), of([936, 1_000]), 5, true],
    ['94.1 % → 93.7 %', 'half a point', share, of([941, 1_000]), of([937, 1_000]), 5, false],
    ['93.1 % → 94.1 %', 'a point', share, of([931, 1_000]), of([941, 1_000]), 10, true],
    // Both are printed as 94.1 %.
    ['94.13 % → 94.06 %', 'a tenth', share, of([9_413, 10_000]), of([9_406, 10_000]), 1, false],
    // Printed apart, though less than a tenth lies between them: as a reader sees it, that is a tenth.
    ['94.05 % → 94.04 %', 'a tenth', share, of([9_405, 10_000]), of([9_404, 10_000]), 1, true],
    ['of none → 94.1 %', 'a tenth', share, of([0, 0]), of([941, 1_000]), 10, true],
    ['1,204 → 1,203 orders', '1', orders, of([1_204]), of([1_203]), 1, true],
    ['1,204 → 1,208 orders', '5', orders, of([1_204]), of([1_208]), 5, false],
    ['1,204 → 1,209 orders', '5', orders, of([1_204]), of([1_209]), 5, true],
    ['none → 1 order', '1', orders, of(), of([1]), 1, true],
    ['€1,000.00 → €1,009.99', '1 %', money, of([100_000, 0, 'EUR']), of([100_999, 0, 'EUR']), 1, false],
    ['€1,000.00 → €1,010.00', '1 %', money, of([100_000, 0, 'EUR']), of([101_000, 0, 'EUR']), 1, true],
    ['€1,000.00 → €990.00', '1 %', money, of([100_000, 0, 'EUR']), of([99_000, 0, 'EUR']), 1, true],
    ['¥300 → ¥303', '1 %', money, of([300, 0, 'JPY']), of([303, 0, 'JPY']), 1, true],
    ['¥300 → ¥302', '1 %', money, of([300, 0, 'JPY']), of([302, 0, 'JPY']), 1, false],
    ['−€20.00 → −€20.10', '1 %', money, of([-2_000, 0, 'EUR']), of([-2_010, 0, 'EUR']), 1, false],
    ['−€20.00 → −€20.20', '1 %', money, of([-2_000, 0, 'EUR']), of([-2_020, 0, 'EUR']), 1, true],
    ['€20.00 → −€20.00', '100 %', money, of([2_000, 0, 'EUR']), of([-2_000, 0, 'EUR']), 100, true],
    // Whatever it is of nothing, it is more than any share of it.
    [
      '€5,000.00 → €5,000.00 and ¥1',
      '10 %',
      money,
      of([500_000, 0, 'EUR']),
      of([500_000, 0, 'EUR'], [1, 0, 'JPY']),
      10,
      true,
    ],
    // In which order they stand says nothing.
    [
      'the same in another order',
      '1 %',
      money,
      of([500, 0, 'EUR'], [300, 0, 'JPY']),
      of([300, 0, 'JPY'], [500, 0, 'EUR']),
      1,
      false,
    ],
    ['26.4 h → 26.6 h', '1 %', hours, lasting(26.4 * 3.6e6), lasting(26.6 * 3.6e6), 1, false],
    ['26.4 h → 26.7 h', '1 %', hours, lasting(26.4 * 3.6e6), lasting(26.7 * 3.6e6), 1, true],
    ['0 h → 0.1 h', '10 %', hours, lasting(0), lasting(3.6e5), 10, true],
    ['0 h → 0 h', '1 %', hours, lasting(0), lasting(0), 1, false],
  ] as const)('%s by %s', (_, __, measure, was, is, by, isMoved) => {
    expect(isMovedBy({ measure }, was, is, by)).toBe(isMoved);
  });
});

describe('what was said of so far', () => {
  const days = { from: '2026-03-04', to: '2026-03-05' };
  const backlog: Kpi = { ...onTime, measure: { kind: 'standing', of: 'n', unit: 'order' } };

  test('is what was said of a day that had not ended', () => {
    expect(isOfSoFar(onTime, days, '2026-03-05')).toBe(false);
    expect(isOfSoFar(onTime, days, '2026-03-04')).toBe(true);
    expect(isOfSoFar(backlog, days, '2026-03-05')).toBe(false);
    expect(isOfSoFar(backlog, days, '2026-03-04')).toBe(true);
  });

  test('is what was said while units may still come back', () => {
    expect(isOfSoFar({ ...onTime, openDays: 60 }, days, '2026-03-06')).toBe(true);
    expect(isOfSoFar({ ...onTime, openDays: 60 }, days, '2026-05-04')).toBe(false);
  });
});
