import { expect, test } from 'vitest';
import { holidayRegions, publicHolidays } from './holidays.ts';

const days = ['2026-01-01', '2026-04-03', '2026-10-31', '2026-11-26', '2026-12-25', '2026-12-28'];

test.each<[string, readonly string[]]>([
  // Reformation Day is a holiday in Hamburg and not in Berlin or Bavaria.
  ['DE-HH', ['2026-01-01', '2026-04-03', '2026-10-31', '2026-12-25']],
  ['DE-BY', ['2026-01-01', '2026-04-03', '2026-12-25']],
  ['NL', ['2026-01-01', '2026-12-25']],
  // Boxing Day 2026 is a Saturday: its Monday is off instead.
  ['GB-ENG', ['2026-01-01', '2026-04-03', '2026-12-25', '2026-12-28']],
  ['US', ['2026-01-01', '2026-11-26', '2026-12-25']],
])('the public holidays of %s', async (region, off) => {
  const holidays = await publicHolidays(region);
  expect(days.filter((day) => holidays?.(day))).toEqual(off);
});

test.each<[string, string, readonly string[]]>([
  ['TR', '2026-03', ['2026-03-20', '2026-03-21', '2026-03-22']],
  ['TR', '2026-05', ['2026-05-01', '2026-05-19', '2026-05-27', '2026-05-28', '2026-05-29', '2026-05-30']],
  ['KR', '2026-02', ['2026-02-17', '2026-02-18', '2026-02-19']],
  ['SA', '2026-03', ['2026-03-19', '2026-03-20', '2026-03-21', '2026-03-22']],
])('a feast of several days in %s in %s takes all of them', async (region, month, off) => {
  const holidays = await publicHolidays(region);
  const days = Array.from({ length: 28 }, (_, n) => `${month}-${String(n + 1).padStart(2, '0')}`);
  expect([...days, `${month}-29`, `${month}-30`].filter((day) => holidays?.(day))).toEqual(off);
});

test.each(['Atlantis', 'DE-XX', '', 'toString', 'DE-constructor', '__proto__'])(
  'a region that is unknown has no holidays: %s',
  async (region) => {
    expect(await publicHolidays(region)).toBeNull();
  },
);

test('regions are countries and their states, in words', async () => {
  const regions = await holidayRegions();
  expect(regions).toContainEqual({ value: 'DE-HH', label: 'Germany, Hansestadt Hamburg' });
  expect(regions).toContainEqual({ value: 'NL', label: 'Netherlands' });
});
