import { expect, test } from 'vitest';
import { daysAgo, daysWords, readDays } from './weekdays.ts';

test.each([
  ['Mon–Fri', [1, 2, 3, 4, 5]],
  ['monday - friday', [1, 2, 3, 4, 5]],
  ['Mon,Wed; Sat', [1, 3, 6]],
  ['Tue and Thu', [2, 4]],
  ['Mon Wed', [1, 3]],
  ['Sat-Mon', [1, 6, 7]],
  ['every day', [1, 2, 3, 4, 5, 6, 7]],
  ['Fri, Mon–Tue, Fri', [1, 2, 5]],
  ['Funday', null],
  ['Mon–', null],
  ['', null],
])('%s', (text, days) => {
  expect(readDays(text)).toEqual(days);
});

test('days are written as they are read', () => {
  for (const days of [[1, 2, 3, 4, 5], [1, 3], [6, 7], [7], [1, 2, 3, 4, 5, 6, 7]])
    expect(readDays(daysWords(days))).toEqual(days);
});

test.each([
  ['2026-11-24', '3 days ago'],
  ['2026-11-26', 'yesterday'],
  ['2026-10-31', '27 days ago'],
  ['2026-11-27', ''],
  ['2026-11-28', ''],
])('%s is so many days before a Friday, the 27th', (day, words) => {
  expect(daysAgo(day, '2026-11-27')).toBe(words);
});
