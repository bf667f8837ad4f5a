import { expect, test } from 'vitest';
import { readDate, readInstant } from './dates.ts';

const berlin = 'Europe/Berlin';

test.each([
  ['2026-03-01T10:00:00Z', 'iso', '2026-03-01T10:00:00.000Z'],
  ['2026-03-01 10:00:00+05:30', 'iso', '2026-03-01T04:30:00.000Z'],
  ['2026-03-01T10:00:00.123456Z', 'iso', '2026-03-01T10:00:00.123Z'],
  ['2026-03-01 10:00', 'iso', '2026-03-01T09:00:00.000Z'],
  ['2026-07-01', 'iso', '2026-06-30T22:00:00.000Z'],
  ['2026-03-01 10:00:00 UTC', 'iso', '2026-03-01T10:00:00.000Z'],
  ['2026-03-01 10:00:00+01', 'iso', '2026-03-01T09:00:00.000Z'],
  ['2026-03-01T10:00:00 -0500', 'iso', '2026-03-01T15:00:00.000Z'],
  ['2026/03/01', 'iso', '2026-02-28T23:00:00.000Z'],
  ['2026/3/1 10:00', 'mdy', '2026-03-01T09:00:00.000Z'],
  ['20260301', 'iso', '2026-02-28T23:00:00.000Z'],
  ['12/1/2010 8:45', 'mdy', '2010-12-01T07:45:00.000Z'],
  ['12/1/2010 8:45', 'dmy', '2010-01-12T07:45:00.000Z'],
  ['3/1/2026 12:05 AM', 'mdy', '2026-02-28T23:05:00.000Z'],
  ['3/1/2026 4:05 PM', 'mdy', '2026-03-01T15:05:00.000Z'],
  ['31.12.2026 23:59', 'iso', '2026-12-31T22:59:00.000Z'],
  // 1 December 2010, 08:45, as Excel writes it.
  ['40513.364583333', 'iso', '2010-12-01T07:45:00.000Z'],
  // Half past two happens twice when summer time ends, and not at all when it begins.
  ['2026-10-25 02:30', 'iso', '2026-10-25T00:30:00.000Z'],
  ['2026-03-29 02:30', 'iso', '2026-03-29T01:00:00.000Z'],
  ['2026-03-29 12:00', 'iso', '2026-03-29T10:00:00.000Z'],
] as const)('%s (%s) in Berlin is %s', (text, order, instant) => {
  expect(readInstant(text, order, berlin)).toEqual({ value: new Date(instant) });
});

test.each([
  ['02-Jun-06', 'mdy', '2006-06-02'],
  ['2-jun-2006', 'iso', '2006-06-02'],
  ['31 Dec 2026', 'iso', '2026-12-31'],
  ['11/13/06', 'mdy', '2006-11-13'],
  ['13/11/06', 'dmy', '2006-11-13'],
  ['9/10/68', 'mdy', '2068-09-10'],
  ['9/10/69', 'mdy', '1969-09-10'],
] as const)('%s (%s) is the day %s', (text, order, day) => {
  expect(readDate(text, order)).toEqual({ value: new Date(`${day}T00:00:00Z`) });
});

test.each(['02-Jun-06', '11/13/06', '13.11.06'])(
  '%s has a year of two digits, which somebody has to say how to read',
  (text) => {
    expect(readDate(text, 'iso')).toEqual({
      reason: 'has a year of two digits: choose --dates mdy or --dates dmy',
    });
  },
);

test('a month that does not exist, or a day that its month lacks, is no date', () => {
  for (const text of ['02-Jux-06', '31-Jun-06', '02-Jun 06', '02-June-06'])
    expect(readDate(text, 'mdy'), text).toHaveProperty('reason');
});

test.each([
  '12/1/2010',
  '2026-02-30',
  '2026-13-01',
  '25:00',
  '2026-03-01 24:30',
  'Date Not Captured',
  '01/02/26',
  '2026',
  '2026-03/01',
  '30260301',
  '20261301',
])('%j is not a date', (text) => {
  expect(readInstant(text, 'iso', berlin)).toHaveProperty('reason');
});

test.each(['+25:00', '+02:75', '-99', '+1430', '-14:01'])('%s is no offset of any clock', (offset) => {
  const none = { reason: `has an offset from UTC that does not exist: ${offset}` };
  for (const day of ['2026-11-01T10:00', '20261101 10:00', '2026-11-01'])
    expect([readInstant(day + offset, 'iso', berlin), readDate(day + offset, 'iso')]).toEqual([none, none]);
});

test.each(['10000-01-01', '12026-03-01T10:00:00Z', '9999-12-31T23:59:59-05:00', '0000-01-01', '0001-01-01'])(
  '%j is a moment that no database keeps',
  (text) => {
    expect(readInstant(text, 'iso', berlin)).toEqual({ reason: 'is not in the years 1 to 9999' });
  },
);

test('a date without a time is that day in every zone', () => {
  expect(readDate('2026-03-14', 'iso')).toEqual({ value: new Date('2026-03-14T00:00:00Z') });
  expect(readDate('14/03/2026', 'dmy')).toEqual({ value: new Date('2026-03-14T00:00:00Z') });
  expect(readDate('46095', 'iso')).toEqual({ value: new Date('2026-03-14T00:00:00Z') });
});

test.each([
  ['2025-01-01T00:01:00.000Z', '2025-01-01T00:01:00.000Z'],
  ['2025-02-28 23:59:59+01:00', '2025-02-28T22:59:59.000Z'],
  ['2024-02-29T10:00:00Z', '2024-02-29T10:00:00.000Z'],
  ['2025-02-29T10:00:00Z', 'is a day or time that does not exist'],
  ['2025-01-31T23:59:59-05:00', '2025-02-01T04:59:59.000Z'],
  ['2025-04-31T10:00:00Z', 'is a day or time that does not exist'],
  ['2025-02-30T10:00:00Z', 'is a day or time that does not exist'],
  ['2025-03-01T24:00:00Z', 'is a day or time that does not exist'],
  ['2025-01-01T10:00:60Z', 'is a day or time that does not exist'],
  ['0000-05-01T10:00:00Z', 'is not in the years 1 to 9999'],
  ['2025-01-01T10:00:00.1239Z', '2025-01-01T10:00:00.123Z'],
  ['2025-01-01T10:00-14:01', 'has an offset from UTC that does not exist: -14:01'],
])('%s as a program writes it', (text, expected) => {
  const read = readInstant(text, 'iso', 'Europe/Berlin');
  expect('reason' in read ? read.reason : read.value.toISOString()).toBe(expected);
});
