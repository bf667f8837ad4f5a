import { expect, test } from 'vitest';
import { type Direction, momentExamples } from './moment-faults.ts';
import { type MomentUse, readMoment } from './read-moment.ts';

const berlin = 'Europe/Berlin';
// Monday 2 March 2026, 09:00 in Berlin.
const now = new Date('2026-03-02T08:00:00Z');
const past: MomentUse = { now, timeZone: berlin, direction: 'past', day: 'ends' };
const future: MomentUse = { now, timeZone: berlin, direction: 'future', day: 'ends' };

test.each([
  ['now', '2026-03-02T08:00:00Z', 'Mon 2 Mar 09:00'],
  ['today', '2026-03-02T08:00:00Z', 'Mon 2 Mar 09:00'],
  ['08:30', '2026-03-02T07:30:00Z', 'Mon 2 Mar 08:30'],
  ['yesterday', '2026-03-01T23:00:00Z', 'Sun 1 Mar 24:00'],
  ['Yesterday 18:00', '2026-03-01T17:00:00Z', 'Sun 1 Mar 18:00'],
  ['18:00 yesterday', '2026-03-01T17:00:00Z', 'Sun 1 Mar 18:00'],
  ['noon yesterday', '2026-03-01T11:00:00Z', 'Sun 1 Mar 12:00'],
  ['the day before yesterday', '2026-02-28T23:00:00Z', 'Sat 28 Feb 24:00'],
  ['midnight', '2026-03-01T23:00:00Z', 'Mon 2 Mar 00:00'],
  ['last Friday', '2026-02-27T23:00:00Z', 'Fri 27 Feb 24:00'],
  ['start of last Friday', '2026-02-26T23:00:00Z', 'Fri 27 Feb 00:00'],
  ['Friday', '2026-02-27T23:00:00Z', 'Fri 27 Feb 24:00'],
  ['last Monday 9', '2026-02-23T08:00:00Z', 'Mon 23 Feb 09:00'],
  ['Mon 08:00', '2026-03-02T07:00:00Z', 'Mon 2 Mar 08:00'],
  ['Mon 18:00', '2026-02-23T17:00:00Z', 'Mon 23 Feb 18:00'],
  ['31 Oct', '2025-10-31T23:00:00Z', 'Fri 31 Oct 2025 24:00'],
  ['October 31st, 2024', '2024-10-31T23:00:00Z', 'Thu 31 Oct 2024 24:00'],
  ['31.10. 18.00', '2025-10-31T17:00:00Z', 'Fri 31 Oct 2025 18:00'],
  ['31/10/2025 6pm', '2025-10-31T17:00:00Z', 'Fri 31 Oct 2025 18:00'],
  ['10/31', '2025-10-31T23:00:00Z', 'Fri 31 Oct 2025 24:00'],
  ['2/2', '2026-02-02T23:00:00Z', 'Mon 2 Feb 24:00'],
  ['29 Feb', '2024-02-29T23:00:00Z', 'Thu 29 Feb 2024 24:00'],
  ['2026-03-01 14:00', '2026-03-01T13:00:00Z', 'Sun 1 Mar 14:00'],
  ['2026-03-01T14:00', '2026-03-01T13:00:00Z', 'Sun 1 Mar 14:00'],
  ['as of 1 Mar at 2 pm', '2026-03-01T13:00:00Z', 'Sun 1 Mar 14:00'],
  ['1 Mar 14:00 America/New_York', '2026-03-01T19:00:00Z', 'Sun 1 Mar 14:00'],
  ['1 Mar 14:00 UTC', '2026-03-01T14:00:00Z', 'Sun 1 Mar 14:00'],
  ['2 hours ago', '2026-03-02T06:00:00Z', 'Mon 2 Mar 07:00'],
  ['30m', '2026-03-02T07:30:00Z', 'Mon 2 Mar 08:30'],
  ['half an hour ago', '2026-03-02T07:30:00Z', 'Mon 2 Mar 08:30'],
  ['a week ago', '2026-02-23T08:00:00Z', 'Mon 23 Feb 09:00'],
])('"%s" is read as of a moment that was', (text, at, preview) => {
  expect(readMoment(text, past)).toEqual({ at: new Date(at), preview });
});

test.each([
  ['now', '2026-03-02T08:00:00Z', 'Mon 2 Mar 09:00'],
  ['today', '2026-03-02T23:00:00Z', 'Mon 2 Mar 24:00'],
  ['17:00', '2026-03-02T16:00:00Z', 'Mon 2 Mar 17:00'],
  ['17.30', '2026-03-02T16:30:00Z', 'Mon 2 Mar 17:30'],
  ['at 11', '2026-03-02T10:00:00Z', 'Mon 2 Mar 11:00'],
  ['noon', '2026-03-02T11:00:00Z', 'Mon 2 Mar 12:00'],
  ['midnight', '2026-03-02T23:00:00Z', 'Mon 2 Mar 24:00'],
  ['tomorrow 9', '2026-03-03T08:00:00Z', 'Tue 3 Mar 09:00'],
  ['tomorrow at 9.30', '2026-03-03T08:30:00Z', 'Tue 3 Mar 09:30'],
  ['12 am tomorrow', '2026-03-02T23:00:00Z', 'Tue 3 Mar 00:00'],
  ['end of tomorrow', '2026-03-03T23:00:00Z', 'Tue 3 Mar 24:00'],
  ['Friday 24:00', '2026-03-06T23:00:00Z', 'Fri 6 Mar 24:00'],
  ['Mon 18:00', '2026-03-02T17:00:00Z', 'Mon 2 Mar 18:00'],
  ['Mon 08:00', '2026-03-09T07:00:00Z', 'Mon 9 Mar 08:00'],
  ['this Friday', '2026-03-06T23:00:00Z', 'Fri 6 Mar 24:00'],
  ['Thu 31 Dec', '2026-12-31T23:00:00Z', 'Thu 31 Dec 24:00'],
  ['1 Feb', '2027-02-01T23:00:00Z', 'Mon 1 Feb 2027 24:00'],
  ['29 Feb', '2028-02-29T23:00:00Z', 'Tue 29 Feb 2028 24:00'],
  ['in 2 hours', '2026-03-02T10:00:00Z', 'Mon 2 Mar 11:00'],
  ['2h', '2026-03-02T10:00:00Z', 'Mon 2 Mar 11:00'],
  ['in an hour', '2026-03-02T09:00:00Z', 'Mon 2 Mar 10:00'],
  ['in 3 days', '2026-03-05T08:00:00Z', 'Thu 5 Mar 09:00'],
  // Clocks go forward on 29 March: a day later is the same time on the clock.
  ['in 4 weeks', '2026-03-30T07:00:00Z', 'Mon 30 Mar 09:00'],
  // 02:00 to 03:00 does not exist on that day, and happens twice on the other.
  ['2026-03-29 02:30', '2026-03-29T01:00:00Z', 'Sun 29 Mar 03:00'],
  ['2026-10-25 02:30', '2026-10-25T00:30:00Z', 'Sun 25 Oct 02:30'],
  // Midnight does not exist in Beirut on 29 March 2026.
  ['2026-03-29 00:00 Asia/Beirut', '2026-03-28T22:00:00Z', 'Sun 29 Mar 01:00'],
])('"%s" is read as a moment to come', (text, at, preview) => {
  expect(readMoment(text, future)).toEqual({ at: new Date(at), preview });
});

test.each<[string, string, string]>([
  ['tomorrow', '2026-03-02T23:00:00Z', 'Tue 3 Mar 00:00'],
  ['Friday', '2026-03-05T23:00:00Z', 'Fri 6 Mar 00:00'],
  ['today', '2026-03-02T08:00:00Z', 'Mon 2 Mar 09:00'],
])('"%s" begins where the beginning is asked for, and today begins now', (text, at, preview) => {
  expect(readMoment(text, { ...future, day: 'begins' })).toEqual({ at: new Date(at), preview });
});

test.each<[Direction, string, string, string]>([
  ['future', ' ', 'empty', 'Say when.'],
  ['future', 'Someday soon', 'unclear', 'I do not understand "Someday soon" as a moment.'],
  ['future', '9', 'unclear', 'I do not understand "9" as a moment.'],
  ['past', '30 feb', 'no such day', '30 Feb is not a day.'],
  ['past', '2026-13-01', 'no such day', '2026-13-01 is not a day.'],
  ['future', '25:00', 'no such time', '25:00 is not a time of day.'],
  ['future', 'tomorrow 13pm', 'no such time', '13pm is not a time of day.'],
  ['future', 'Mon 30 Oct', 'other weekday', '30 Oct 2026 is a Friday.'],
  ['past', '3/2', 'two readings', '"3/2" could be 3 Feb or 2 Mar.'],
  ['past', '03/02/2026 14:00', 'two readings', '"03/02/2026" could be 3 Feb or 2 Mar.'],
  ['future', '9.10', 'two readings', '"9.10" could be Mon 2 Mar 09:10 or Fri 9 Oct 24:00.'],
  ['future', 'next friday', 'two readings', '"next Friday" could be Fri 6 Mar or Fri 13 Mar.'],
  [
    'future',
    'Friday midnight',
    'two readings',
    '"Friday midnight" could be Fri 6 Mar 00:00 or Fri 6 Mar 24:00.',
  ],
  ['past', 'tomorrow', 'still to come', 'Tue 3 Mar 24:00 is still to come.'],
  ['past', '18:00', 'still to come', 'Mon 2 Mar 18:00 is still to come.'],
  ['future', '08:59', 'has passed', 'Mon 2 Mar 08:59 has passed.'],
  ['future', '2 hours ago', 'has passed', 'Mon 2 Mar 07:00 has passed.'],
  ['future', 'in 9999 weeks', 'too far', 'That is more than ten years away.'],
  ['future', '18:00 Europe/Atlantis', 'no zone', 'I know no time zone "europe/atlantis".'],
])('for the %s, "%s" is refused: %s', (direction, text, reason, says) => {
  expect(readMoment(text, direction === 'past' ? past : future)).toMatchObject({ reason, says });
});

test('a refusal shows how to say it', () => {
  expect(readMoment('someday', past)).toMatchObject({
    next: 'Such as "yesterday 18:00", "last Friday" or "31 Oct".',
  });
  expect(readMoment('3/2', past)).toMatchObject({ next: 'Say which of the two.' });
});

test('every example is read', () => {
  for (const use of [past, future])
    for (const example of momentExamples[use.direction])
      expect(readMoment(example, use), example).toHaveProperty('at');
});

test('a preview is read as the moment it shows', () => {
  for (const use of [past, future])
    for (const text of momentExamples[use.direction]) {
      const read = readMoment(text, use);
      expect('preview' in read && readMoment(read.preview, use)).toEqual(read);
    }
});

test('"next Friday" is clear where the coming one lies in the next week', () => {
  const saturday = { ...future, now: new Date('2026-03-07T08:00:00Z') };
  expect(readMoment('next Friday', saturday)).toMatchObject({ preview: 'Fri 13 Mar 24:00' });
});
