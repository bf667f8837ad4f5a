import { expect, test } from 'vitest';
import { beforeWords, daysAgainst } from './against.ts';
import type { Versus } from './shapes.ts';

// A Thursday.
const today = '2026-03-05';

test.each<[string, string, Versus, string, string, string]>([
  // A week that is not over: Monday to Thursday against Monday to Thursday.
  ['2026-03-02', '2026-03-06', 'last week', '2026-02-23', '2026-02-27', 'the same days of the week before'],
  ['2026-03-02', '2026-03-06', 'previous', '2026-02-23', '2026-02-27', 'the same days of the week before'],
  ['2026-03-04', '2026-03-05', 'last week', '2026-02-25', '2026-02-26', 'the same day of the week before'],
  ['2026-03-04', '2026-03-05', 'last month', '2026-02-04', '2026-02-05', 'the same day of the month before'],
  ['2026-03-04', '2026-03-05', 'previous', '2026-03-03', '2026-03-04', 'the day before'],
  // A month, a quarter and a year that are not over.
  ['2026-03-01', '2026-03-06', 'last month', '2026-02-01', '2026-02-06', 'the same days of the month before'],
  ['2026-03-01', '2026-03-06', 'previous', '2026-02-01', '2026-02-06', 'the same days of the month before'],
  ['2026-01-01', '2026-03-06', 'previous', '2025-10-01', '2025-12-06', 'the same days of the quarter before'],
  // Thirty days have no month before them.
  ['2026-02-03', '2026-03-05', 'last month', '2026-01-04', '2026-02-03', 'the 30 days before'],
  ['2026-02-03', '2026-03-05', 'last week', '2026-01-04', '2026-02-03', 'the 30 days before'],
  ['2026-02-03', '2026-03-05', 'previous', '2026-01-04', '2026-02-03', 'the 30 days before'],
  ['2026-02-01', '2026-03-01', 'last month', '2026-01-01', '2026-02-01', 'the month before'],
  ['2026-02-23', '2026-03-02', 'last week', '2026-02-16', '2026-02-23', 'the 7 days before'],
  ['2025-01-01', '2026-01-01', 'previous', '2024-01-01', '2025-01-01', 'the year before'],
  ['2026-02-03', '2026-03-05', 'last year', '2025-02-03', '2025-03-05', 'the year before'],
])('%s to %s, %s', (from, to, versus, first, end, words) => {
  const before = daysAgainst({ from, to }, versus, today);
  expect(before).toEqual({ from: first, to: end });
  expect(before && beforeWords({ from, to }, before)).toBe(words);
});

test('the last of a long month has the last of a short one before it, and a year that is not over the same days', () => {
  const march = { from: '2026-03-01', to: '2026-03-31' };
  expect(daysAgainst(march, 'previous', '2026-03-30')).toEqual({ from: '2026-02-01', to: '2026-03-01' });
  const year = { from: '2026-01-01', to: '2026-05-11' };
  expect(daysAgainst(year, 'previous', '2026-05-10')).toEqual({ from: '2025-01-01', to: '2025-05-11' });
  expect(daysAgainst({ from: '0001-01-01', to: '9999-12-31' }, 'previous', today)).toBeNull();
});
