import { expect, test } from 'vitest';
import { calendarFrom, officeHours, openOn } from '../calendar.ts';
import { publicHolidays } from '../holidays.ts';
import { momentsIn, workingDayTimes } from './moments.ts';

const span = (after: string, until: string, limit = 100) => ({
  after: new Date(after),
  until: new Date(until),
  limit,
});
const told = (moments: readonly Date[]) => moments.map((at) => at.toISOString().slice(0, 16));
const berlin = officeHours('Europe/Berlin');
const first = { on: 'working-day', days: ['1'], times: ['09:00'] } as const;

test('the first working day of a month is not its first weekday where that is a holiday or a day off', async () => {
  const holidays = await publicHolidays('DE-HH');
  const closures = new Set(['2026-05-04']);
  const shop = calendarFrom(berlin.eras, (day) =>
    closures.has(day) ? 'Stocktaking' : (holidays?.(day) ?? null),
  );
  const on = workingDayTimes(first, 'Europe/Berlin', shop);
  expect(told(momentsIn(span('2025-12-31T12:00:00Z', '2026-06-30T00:00:00Z'), on))).toEqual([
    // New Year is a Thursday.
    '2026-01-02T08:00',
    '2026-02-02T08:00',
    '2026-03-02T08:00',
    '2026-04-01T07:00',
    // Labour Day is a Friday, and on the Monday stock is taken.
    '2026-05-05T07:00',
    '2026-06-01T07:00',
  ]);
});

test('the last working day, each working day, and a month in which nobody works', () => {
  const closed = calendarFrom(berlin.eras, (day) => (day.startsWith('2026-08') ? 'Holidays' : null));
  const last = workingDayTimes({ ...first, days: ['L'] }, 'Europe/Berlin', closed);
  expect(told(momentsIn(span('2026-07-01T00:00:00Z', '2026-10-01T00:00:00Z'), last))).toEqual([
    '2026-07-31T07:00',
    '2026-09-30T07:00',
  ]);
  const each = workingDayTimes({ ...first, days: ['*'], times: ['17:00', '09:00'] }, 'Asia/Tokyo', berlin);
  expect(told(momentsIn(span('2026-03-06T00:00:00Z', '2026-03-09T23:00:00Z'), each))).toEqual([
    '2026-03-06T08:00',
    '2026-03-09T00:00',
    '2026-03-09T08:00',
  ]);
});

test('a time that clocks skip comes at the first minute after, on Lord Howe half an hour later', () => {
  const daily = (timeZone: string) =>
    calendarFrom([{ from: null, timeZone, days: [1, 2, 3, 4, 5, 6, 7], opens: '00:30', closes: '24:00' }]);
  const at = (timeZone: string, time: string) =>
    workingDayTimes({ ...first, days: ['*'], times: [time] }, timeZone, daily(timeZone));
  expect(
    told(momentsIn(span('2026-03-28T12:00:00Z', '2026-03-29T12:00:00Z'), at('Europe/Berlin', '02:30'))),
  ).toEqual(['2026-03-29T01:00']);
  // 02:00 becomes 02:30 (+10:30 to +11).
  expect(
    told(momentsIn(span('2026-10-03T00:00:00Z', '2026-10-04T12:00:00Z'), at('Australia/Lord_Howe', '02:10'))),
  ).toEqual(['2026-10-03T15:30']);
  // A repeated one happens once.
  expect(
    told(momentsIn(span('2026-10-24T12:00:00Z', '2026-10-25T12:00:00Z'), at('Europe/Berlin', '02:30'))),
  ).toEqual(['2026-10-25T00:30']);
});

test('closings of a location whose day ends at midnight, over the end of summer time', () => {
  const late = calendarFrom([
    {
      from: null,
      timeZone: 'Australia/Lord_Howe',
      days: [6, 7],
      opens: '08:00',
      closes: '24:00',
    },
  ]);
  const closes = (day: string) => {
    const open = openOn(day, late);
    return open ? [open.closes] : [];
  };
  expect(told(momentsIn(span('2026-04-03T00:00:00Z', '2026-04-06T00:00:00Z'), closes))).toEqual([
    '2026-04-04T13:00',
    '2026-04-05T13:30',
  ]);
});

test('moments lie after the beginning, up to the end, each once, the earliest first and no more than asked for', () => {
  const on = (day: string) =>
    [`${day}T16:00:00Z`, `${day}T09:00:00Z`, `${day}T16:00:00Z`].map((at) => new Date(at));
  const found = (limit: number) =>
    told(momentsIn(span('2026-03-02T09:00:00Z', '2026-03-04T09:00:00Z', limit), on));
  expect(found(10)).toEqual(['2026-03-02T16:00', '2026-03-03T09:00', '2026-03-03T16:00', '2026-03-04T09:00']);
  expect(found(2)).toEqual(['2026-03-02T16:00', '2026-03-03T09:00']);
});

test('a moment far from its day by UTC is found, and comes before those of later days', () => {
  const on = (day: string) => [new Date(`${day}T16:00:00+14:00`), new Date(`${day}T22:00:00-11:00`)];
  expect(told(momentsIn(span('2026-03-02T05:00:00Z', '2026-03-03T09:00:00Z'), on))).toEqual([
    '2026-03-02T09:00',
    '2026-03-03T02:00',
    '2026-03-03T09:00',
  ]);
});
