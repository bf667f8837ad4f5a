import { expect, test } from 'vitest';
import { addWorkingHours, isWorkingTime, officeHours, type WorkingCalendar } from './calendar.ts';

const berlin = officeHours('Europe/Berlin');
const newYork = officeHours('America/New_York');
const lordHowe = officeHours('Australia/Lord_Howe');
const christmas: WorkingCalendar = { ...berlin, holidays: ['2026-12-25'] };
const everyDay: WorkingCalendar = { ...berlin, days: [1, 2, 3, 4, 5, 6, 7], from: '00:00', until: '24:00' };

test.each<[string, WorkingCalendar, string, number, string]>([
  // Berlin is an hour ahead of UTC in winter, two in summer.
  ['within a day', berlin, '2026-03-02T08:30:00Z', 4, '2026-03-02T12:30:00Z'],
  ['to the end of a day', berlin, '2026-03-02T08:00:00Z', 8, '2026-03-02T16:00:00Z'],
  ['a minute beyond it', berlin, '2026-03-02T08:01:00Z', 8, '2026-03-03T08:01:00Z'],
  ['half an hour', berlin, '2026-03-02T15:45:00Z', 0.5, '2026-03-03T08:15:00Z'],
  ['before the day begins', berlin, '2026-03-02T04:00:00Z', 1, '2026-03-02T09:00:00Z'],
  ['after it has ended', berlin, '2026-03-02T16:00:00Z', 1, '2026-03-03T09:00:00Z'],
  ['Friday 16:00 and four hours', berlin, '2026-03-06T15:00:00Z', 4, '2026-03-09T11:00:00Z'],
  ['on a Saturday', berlin, '2026-03-07T11:00:00Z', 4, '2026-03-09T12:00:00Z'],
  ['late on a Sunday, when it is Monday there', berlin, '2026-03-08T23:30:00Z', 4, '2026-03-09T12:00:00Z'],
  ['three days of work', berlin, '2026-03-05T11:00:00Z', 24, '2026-03-10T11:00:00Z'],
  ['none, at work', berlin, '2026-03-02T10:00:00Z', 0, '2026-03-02T10:00:00Z'],
  ['none, on a Saturday', berlin, '2026-03-07T11:00:00Z', 0, '2026-03-09T08:00:00Z'],
  // Christmas 2026 is a Friday.
  ['over a holiday and the weekend', christmas, '2026-12-24T15:00:00Z', 4, '2026-12-28T11:00:00Z'],
  // Clocks go forward on 29 March and back on 25 October 2026.
  ['Friday to Monday over the change to summer', berlin, '2026-03-27T15:00:00Z', 4, '2026-03-30T10:00:00Z'],
  ['Friday to Monday over the change to winter', berlin, '2026-10-23T14:00:00Z', 4, '2026-10-26T11:00:00Z'],
  [
    'a day that lacks an hour, by the clock round',
    everyDay,
    '2026-03-28T23:00:00Z',
    24,
    '2026-03-29T23:00:00Z',
  ],
  [
    'a day that has one more, by the clock round',
    everyDay,
    '2026-10-24T22:00:00Z',
    25,
    '2026-10-25T23:00:00Z',
  ],
  // In New York on 8 March and 1 November 2026: UTC-5 in winter, UTC-4 in summer.
  ['New York, to summer', newYork, '2026-03-06T21:00:00Z', 4, '2026-03-09T16:00:00Z'],
  ['New York, to winter', newYork, '2026-10-30T20:00:00Z', 4, '2026-11-02T17:00:00Z'],
  // On Lord Howe by half an hour, on 5 April and 4 October 2026: UTC+11 in summer, UTC+10:30 in winter.
  ['Lord Howe, to winter', lordHowe, '2026-04-03T05:00:00Z', 4, '2026-04-06T01:30:00Z'],
  ['Lord Howe, to summer', lordHowe, '2026-10-02T05:30:00Z', 4, '2026-10-05T01:00:00Z'],
])('%s', (_, calendar, start, hours, end) => {
  expect(addWorkingHours(new Date(start), hours, calendar).toISOString()).toBe(new Date(end).toISOString());
});

test.each<[string, WorkingCalendar, string, boolean]>([
  ['the first minute', berlin, '2026-03-02T08:00:00Z', true],
  ['the minute before', berlin, '2026-03-02T07:59:00Z', false],
  ['the last minute', berlin, '2026-03-02T15:59:00Z', true],
  ['the end', berlin, '2026-03-02T16:00:00Z', false],
  ['Sunday', berlin, '2026-03-08T11:00:00Z', false],
  ['a holiday', christmas, '2026-12-25T11:00:00Z', false],
])('whether it is working time at %s', (_, calendar, at, working) => {
  expect(isWorkingTime(new Date(at), calendar)).toBe(working);
});

test('a calendar without working days throws', () => {
  expect(() => addWorkingHours(new Date('2026-03-02T08:00:00Z'), 1, { ...berlin, days: [] })).toThrow(
    'Nobody works',
  );
  expect(() => addWorkingHours(new Date('2026-03-02T08:00:00Z'), -1, berlin)).toThrow(
    'not a number of working hours',
  );
});
