import { expect, test } from 'vitest';
import { officeHours } from '../../../core/time/calendar.ts';
import { defaultPromise, leadsToldAt, spanEnd } from './promise-rules.ts';

const berlin = officeHours('Europe/Berlin');

test.each([
  ['critical', '2026-03-02T08:00:00Z', '2026-03-02T08:15:00Z'],
  ['high', '2026-03-02T08:00:00Z', '2026-03-02T09:00:00Z'],
  ['normal', '2026-03-02T08:00:00Z', '2026-03-02T12:00:00Z'],
  ['low', '2026-03-02T08:00:00Z', '2026-03-03T08:00:00Z'],
  // A Friday promise falls on Monday, also when the clocks change.
  ['low', '2026-03-06T16:00:00Z', '2026-03-09T08:00:00Z'],
  ['low', '2026-03-27T16:00:00Z', '2026-03-30T07:00:00Z'],
] as const)('"I’m on it" for a %s issue at %s promises %s', (severity, now, then) => {
  expect(defaultPromise(severity, new Date(now), berlin).toISOString()).toBe(new Date(then).toISOString());
});

test.each([
  // Tomorrow is the next day even before nine.
  ['2026-03-02T06:00:00Z', '2026-03-03T08:00:00Z'],
  ['2026-03-02T23:30:00Z', '2026-03-04T08:00:00Z'],
  ['2026-03-06T12:00:00Z', '2026-03-07T08:00:00Z'],
])('a snooze until tomorrow, set at %s, ends at %s', (now, then) => {
  expect(spanEnd('tomorrow', new Date(now), berlin).toISOString()).toBe(new Date(then).toISOString());
});

const reminded = new Date('2026-03-02T08:00:00Z');

test.each([
  // Leads hear nothing of low issues, and of high ones 15 minutes after the reminder.
  ['low', 'high', '08:05', '08:15'],
  ['low', 'high', '09:00', '09:00'],
  ['normal', 'critical', '08:30', '08:30'],
  ['high', 'normal', '08:05', '10:00'],
  ['high', 'low', '08:05', null],
  ['high', 'critical', '08:20', 'as it is'],
  ['high', 'low', '08:15', 'as it is'],
] as const)('an issue that changes from %s to %s at %s tells the leads at %s', (from, to, now, then) => {
  const at = (time: string) => new Date(`2026-03-02T${time}:00Z`);
  const expected = then === null || then === 'as it is' ? then : at(then);
  expect(leadsToldAt(reminded, { from, to }, at(now))).toEqual(expected);
});
