import { expect, test } from 'vitest';
import { officeHours } from '../../../core/time/calendar.ts';
import { workingHoursBetween } from '../asking/expiry.ts';
import { mergeSpans } from './outage-rules.ts';

const at = (time: string) => new Date(`2026-03-02T${time}:00Z`);
const span = (from: string, until: string) => ({ from: at(from), until: at(until) });

test('overlapping silences count once, and only within the bounds', () => {
  const bounds = span('09:00', '17:00');
  expect(mergeSpans([], bounds)).toEqual([]);
  expect(mergeSpans([span('12:00', '13:00'), span('10:00', '11:00')], bounds)).toEqual([
    span('10:00', '11:00'),
    span('12:00', '13:00'),
  ]);
  expect(
    mergeSpans([span('10:00', '12:00'), span('11:00', '13:00'), span('11:30', '11:45')], bounds),
  ).toEqual([span('10:00', '13:00')]);
  expect(mergeSpans([span('07:00', '09:30'), span('16:00', '18:00')], bounds)).toEqual([
    span('09:00', '09:30'),
    span('16:00', '17:00'),
  ]);
  expect(mergeSpans([span('17:00', '18:00'), span('08:00', '09:00')], bounds)).toEqual([]);
});

// 2 March is a Monday.
test.each([
  ['2026-03-02T10:00:00Z', '2026-03-02T12:00:00Z', 2],
  ['2026-03-02T10:00:00Z', '2026-03-02T10:14:00Z', 0],
  ['2026-03-02T08:00:00Z', '2026-03-02T18:00:00Z', 8],
  ['2026-03-02T16:00:00Z', '2026-03-03T10:00:00Z', 2],
  ['2026-03-02T18:00:00Z', '2026-03-03T08:00:00Z', 0],
  ['2026-03-06T16:00:00Z', '2026-03-08T12:00:00Z', 1],
])('%s to %s has %d working hours', (from, until, hours) => {
  expect(workingHoursBetween(new Date(from), new Date(until), officeHours('UTC'))).toBe(hours);
});
