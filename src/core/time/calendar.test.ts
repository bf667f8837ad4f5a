import { expect, test } from 'vitest';
import {
  addWorkingHours,
  calendarFrom,
  isWorkingTime,
  nextOpening,
  officeHours,
  officeWeek,
  type WorkingCalendar,
} from './calendar.ts';

const berlin = officeHours('Europe/Berlin');
const newYork = officeHours('America/New_York');
const lordHowe = officeHours('Australia/Lord_Howe');
const week = officeWeek('Europe/Berlin');
const christmas = calendarFrom([{ from: null, ...week }], (day) =>
  day === '2026-12-25' ? 'Christmas' : null,
);
const everyDay = calendarFrom([
  { from: null, ...week, days: [1, 2, 3, 4, 5, 6, 7], opens: '00:00', closes: '24:00' },
]);
/** From Wednesday 4 March on, ten to two; from 1 April on in Lisbon, Saturdays too. */
const changing = calendarFrom([
  { from: '2026-04-01', ...officeWeek('Europe/Lisbon'), days: [1, 2, 3, 4, 5, 6] },
  { from: null, ...week },
  { from: '2026-03-04', ...week, opens: '10:00', closes: '14:00' },
]);

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
  // Tuesday 16:00 and four hours: one on Tuesday, three of Wednesday's four.
  ['over a change of hours', changing, '2026-03-03T15:00:00Z', 4, '2026-03-04T12:00:00Z'],
  ['before the change, as it was', changing, '2026-03-02T08:00:00Z', 8, '2026-03-02T16:00:00Z'],
  // Tuesday 31 March 10:00 to 14:00 in Berlin, then Wednesday 1 April 09:00 to 17:00 in Lisbon (both an hour further in summer).
  ['over a change of zone', changing, '2026-03-31T08:00:00Z', 6, '2026-04-01T10:00:00Z'],
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
  ['an hour that a change took', changing, '2026-03-04T08:30:00Z', false],
  ['the day before the change', changing, '2026-03-03T08:30:00Z', true],
  ['a Saturday that a change gave', changing, '2026-04-04T08:30:00Z', true],
])('whether it is working time at %s', (_, calendar, at, working) => {
  expect(isWorkingTime(new Date(at), calendar)).toBe(working);
});

test('a calendar without working days throws', () => {
  expect(() =>
    addWorkingHours(new Date('2026-03-02T08:00:00Z'), 1, calendarFrom([{ from: null, ...week, days: [] }])),
  ).toThrow('Nobody works');
  expect(() => addWorkingHours(new Date('2026-03-02T08:00:00Z'), -1, berlin)).toThrow(
    'not a number of working hours',
  );
});

test('a day that a zone skips, and hours that its clocks skip, are no working time', () => {
  // Samoa went over the date line: 29 December 2011 was followed by the 31st, a Saturday.
  const apia = officeHours('Pacific/Apia');
  expect(addWorkingHours(new Date('2011-12-29T19:00:00Z'), 9, apia).toISOString()).toBe(
    '2012-01-01T20:00:00.000Z',
  );
  // From 02:00 to 03:00 there is nothing in Berlin on 29 March: what begins there begins at three, in summer.
  const night = (closes: string) =>
    calendarFrom([{ from: null, ...week, days: [7], opens: '02:15', closes }]);
  expect(isWorkingTime(new Date('2026-03-29T01:05:00Z'), night('03:10'))).toBe(true);
  expect(isWorkingTime(new Date('2026-03-29T01:15:00Z'), night('03:10'))).toBe(false);
  expect(isWorkingTime(new Date('2026-03-29T01:00:00Z'), night('02:45'))).toBe(false);
});

test('the next working day is never today, and skips holidays and the weekend', () => {
  const opens = (calendar: WorkingCalendar, at: string) => nextOpening(new Date(at), calendar).toISOString();
  expect(opens(berlin, '2026-03-02T05:00:00Z')).toBe('2026-03-03T08:00:00.000Z');
  expect(opens(berlin, '2026-03-06T15:00:00Z')).toBe('2026-03-09T08:00:00.000Z');
  expect(opens(christmas, '2026-12-24T15:00:00Z')).toBe('2026-12-28T08:00:00.000Z');
  expect(opens(changing, '2026-03-03T15:00:00Z')).toBe('2026-03-04T09:00:00.000Z');
  // Tuesday in Berlin already, Monday in New York, whose hours count from Tuesday on.
  const moving = calendarFrom([
    { from: null, ...week },
    { from: '2026-12-01', ...officeWeek('America/New_York') },
  ]);
  expect(opens(moving, '2026-11-30T23:30:00Z')).toBe('2026-12-01T14:00:00.000Z');
});
