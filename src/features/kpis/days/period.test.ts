import { expect, test } from 'vitest';
import { yearBefore } from './period.ts';

test.each([
  ['2025-03-01', '2025-04-01', '2024-03-01', '2024-04-01'],
  // February of a leap year against the one before it, and the other way round.
  ['2024-02-01', '2024-03-01', '2023-02-01', '2023-03-01'],
  ['2025-02-01', '2025-03-01', '2024-02-01', '2024-03-01'],
  ['2024-02-28', '2024-02-29', '2023-02-28', '2023-03-01'],
  ['2024-02-29', '2024-03-01', '2023-02-28', '2023-03-01'],
  ['2024-01-30', '2024-02-29', '2023-01-30', '2023-03-01'],
])('%s to %s is held against days of the year before, never against none', (from, to, first, end) => {
  expect(yearBefore({ from, to })).toEqual({ from: first, to: end });
});
