import { expect, test } from 'vitest';
import { calendarFrom, officeHours } from '../../../core/time/calendar.ts';
import { closingsByDay, type Happening, later, occasionOf, type Place } from './happening.ts';

const place = (name: string, timeZone: string): Place => ({
  id: name,
  name,
  calendar: officeHours(timeZone),
});
const hamburg = place('Hamburg', 'Europe/Berlin');
const leipzig = place('Leipzig', 'Europe/Berlin');
const london = place('London', 'Europe/London');
const four = new Date('2026-03-02T15:00:00Z');
const cutOff = (at: Place): Happening => ({ what: 'cut-off', place: at, since: four, at: four });

test.each<[readonly Happening[], string | null]>([
  [[], null],
  [[cutOff(hamburg)], 'after the 16:00 cut-off in Hamburg'],
  // Two carriers at one moment.
  [[cutOff(hamburg), cutOff(hamburg)], 'after the 16:00 cut-off in Hamburg'],
  [[cutOff(hamburg), cutOff(leipzig)], 'after the 16:00 cut-off in Hamburg and Leipzig'],
  [[cutOff(hamburg), cutOff(london)], 'after the 16:00 cut-off in Hamburg and the 15:00 cut-off in London'],
  // Its time is that of the cut-off, however long after it is posted.
  [[later(cutOff(hamburg), 90)], 'after the 16:00 cut-off in Hamburg'],
  [[{ ...cutOff(hamburg), what: 'closing' }], 'at the end of the day in Hamburg'],
  [[later({ ...cutOff(hamburg), what: 'closing' }, 30)], 'after the end of the day in Hamburg'],
  [
    ['A', 'B', 'C', 'D', 'E'].map((name) => cutOff(place(name, 'Europe/Berlin'))),
    'after the 16:00 cut-off in A, B, C and 2 more',
  ],
])('%# what a digest is posted on', (happenings, words) => {
  expect(occasionOf(happenings)).toBe(words);
});

test('each location closes by its own clocks, also when these change, and not on its day off', () => {
  const off = { ...hamburg, calendar: { ...hamburg.calendar, holidayOn: () => 'Stocktaking' } };
  const island: Place = {
    id: 'LDH',
    name: 'Lord Howe',
    calendar: calendarFrom([
      { from: null, timeZone: 'Australia/Lord_Howe', days: [6, 7], opens: '08:00', closes: '12:00' },
    ]),
  };
  const closes = closingsByDay([off, london, island]);
  const told = (day: string) =>
    closes(day).map(({ place: { name }, at }) => `${name} ${at.toISOString().slice(0, 16)}`);
  expect(told('2026-03-27')).toEqual(['London 2026-03-27T17:00']);
  expect(told('2026-03-30')).toEqual(['London 2026-03-30T16:00']);
  // Half an hour is skipped on 4 October.
  expect(told('2026-10-03')).toEqual(['Lord Howe 2026-10-03T01:30']);
  expect(told('2026-10-04')).toEqual(['Lord Howe 2026-10-04T01:00']);
});
