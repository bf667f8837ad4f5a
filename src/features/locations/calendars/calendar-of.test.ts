import { expect, test } from 'vitest';
import { addWorkingHours, isWorkingTime } from '../../../core/time/calendar.ts';
import { calendarFor } from './calendar-of.ts';
import type { StoredCalendar } from './model.ts';

const week = { timeZone: 'Europe/Berlin', days: [1, 2, 3, 4, 5], opens: '08:00', closes: '16:00' };
const ofBusiness: StoredCalendar = {
  eras: [{ from: '2026-03-01', ...week, region: 'DE-HH' }],
  daysOff: [{ on: '2026-03-05', name: 'Stocktake', works: false }],
};
const rotterdam: StoredCalendar = {
  eras: [{ from: '2026-04-01', ...week, timeZone: 'Europe/Amsterdam', opens: '06:00', region: 'NL' }],
  daysOff: [{ on: '2026-04-27', name: 'King’s Day', works: true }],
};

const worksAt = async (at: string, own: StoredCalendar | undefined, zone = 'Europe/Berlin') =>
  isWorkingTime(new Date(at), await calendarFor(own, ofBusiness, zone));

test('a location without hours keeps those of the business by its own clocks, and its days off', async () => {
  // 08:00 in Berlin and in London.
  expect(await worksAt('2026-03-04T07:00:00Z', undefined)).toBe(true);
  expect(await worksAt('2026-03-04T07:00:00Z', undefined, 'Europe/London')).toBe(false);
  expect(await worksAt('2026-03-04T08:00:00Z', undefined, 'Europe/London')).toBe(true);
  expect(await worksAt('2026-03-05T10:00:00Z', undefined)).toBe(false);
  // Good Friday in Hamburg.
  expect(await worksAt('2026-04-03T10:00:00Z', undefined)).toBe(false);
});

test('hours of its own count from their day on; until then those of the business do', async () => {
  expect(await worksAt('2026-04-01T04:30:00Z', rotterdam)).toBe(true);
  expect(await worksAt('2026-03-31T04:30:00Z', rotterdam)).toBe(false);
  // 08:00 to 16:00 since March, office hours before that.
  expect(await worksAt('2026-03-31T06:30:00Z', rotterdam)).toBe(true);
  expect(await worksAt('2026-03-31T14:30:00Z', rotterdam)).toBe(false);
  expect(await worksAt('2026-03-05T10:00:00Z', rotterdam)).toBe(false);
  expect(await worksAt('2026-02-26T15:30:00Z', rotterdam)).toBe(true);
  expect(await worksAt('2026-02-26T07:30:00Z', rotterdam)).toBe(false);
});

test('holidays differ by location, and a day that people work by hand is no holiday', async () => {
  // Good Friday is a working day in the Netherlands, Easter Monday is not.
  expect(await worksAt('2026-04-03T10:00:00Z', rotterdam)).toBe(true);
  expect(await worksAt('2026-04-06T10:00:00Z', rotterdam)).toBe(false);
  expect(await worksAt('2026-04-27T10:00:00Z', rotterdam)).toBe(true);
});

test('a deadline runs over the days off of its place', async () => {
  const end = async (own: StoredCalendar | undefined) =>
    addWorkingHours(
      new Date('2026-04-02T13:00:00Z'),
      2,
      await calendarFor(own, ofBusiness, 'Europe/Berlin'),
    ).toISOString();
  // Thursday 15:00: an hour today; then Good Friday, the weekend and Easter Monday are off in Hamburg.
  expect(await end(undefined)).toBe('2026-04-07T07:00:00.000Z');
  expect(await end(rotterdam)).toBe('2026-04-03T05:00:00.000Z');
});
