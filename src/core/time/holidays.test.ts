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

test.each(['Atlantis', 'DE-XX', ''])('a region that is unknown has no holidays: %s', async (region) => {
  expect(await publicHolidays(region)).toBeNull();
});

test('regions are countries and their states, in words', async () => {
  const regions = await holidayRegions();
  expect(regions).toContainEqual({ value: 'DE-HH', label: 'Germany, Hansestadt Hamburg' });
  expect(regions).toContainEqual({ value: 'NL', label: 'Netherlands' });
});
