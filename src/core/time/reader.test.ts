import { expect, test } from 'vitest';
import { money } from '../text/money.ts';
import { number } from '../text/quantity.ts';
import { moment, momentFor, momentWithZone } from './reader.ts';
import { calendarDay, duration } from './spans.ts';

const now = new Date('2026-03-02T08:40:00Z');

test("a moment shows no more than is needed, in the reader's time zone", () => {
  expect(moment(new Date('2026-03-02T07:15:00Z'), now, 'Europe/Berlin')).toBe('08:15');
  expect(moment(new Date('2026-03-01T23:30:00Z'), now, 'Europe/Berlin')).toBe('00:30');
  expect(moment(new Date('2026-03-01T23:30:00Z'), now, 'America/New_York')).toBe('1 Mar 18:30');
  expect(moment(new Date('2025-12-31T12:00:00Z'), now, 'UTC')).toBe('31 Dec 2025 12:00');
});

test('the zone is named, in winter and in summer', () => {
  expect(momentWithZone(now, now, 'Europe/Berlin')).toBe('09:40 CET');
  const summer = new Date('2026-07-02T08:40:00Z');
  expect(momentWithZone(summer, summer, 'Europe/Berlin')).toBe('10:40 CEST');
});

test('a calendar day is the same day in every zone', () => {
  expect(calendarDay(new Date('2026-03-12T00:00:00Z'), now)).toBe('12 Mar');
  expect(calendarDay(new Date('2027-03-12T00:00:00Z'), now)).toBe('12 Mar 2027');
});

test.each([
  [1250n, 'EUR', '€12.50'],
  [-5n, 'EUR', '-€0.05'],
  [1250n, 'JPY', 'JP¥1,250'],
  [900719925474099312n, 'EUR', '€9,007,199,254,740,993.12'],
])('%s minor units of %s are %s', (minor, currency, text) => {
  expect(money(minor, currency)).toBe(text);
});

test('thousands are grouped', () => {
  expect(number(1204)).toBe('1,204');
});
test.each([
  ['2026-03-02T13:05:00Z', 'Europe/Berlin', '14:05', '14:05 CET'],
  ['2026-03-01T23:30:00Z', 'Europe/Berlin', '00:30', '00:30 CET'],
  ['2026-03-01T22:30:00Z', 'Europe/Berlin', '1 Mar 23:30', '1 Mar 23:30 CET'],
  ['2025-09-30T12:00:00Z', 'Europe/Berlin', '30 Sept 2025 14:00', '30 Sept 2025 14:00 CEST'],
  ['2026-03-02T03:00:00Z', 'America/New_York', '1 Mar 22:00', '1 Mar 22:00 EST'],
])('%s in %s reads "%s", and with its zone "%s"', (at, timeZone, plain, withZone) => {
  expect(moment(new Date(at), now, timeZone)).toBe(plain);
  expect(momentWithZone(new Date(at), now, timeZone)).toBe(withZone);
});

test.each([
  [0.5, 'under a minute'],
  [5, '5 min'],
  [60, '1 h'],
  [90, '1 h 30 min'],
  [1_440, '1 day'],
  [1_445, '1 day'],
  [3_075, '2 days 3 h'],
])('a duration of %f minutes reads %s', (minutes, words) => {
  expect(duration(now, new Date(now.getTime() + minutes * 60_000))).toBe(words);
});

test("lasting text names the day, even today's", () => {
  const at = new Date('2026-03-02T01:22:00Z');
  const reader = { now: at, timeZone: 'Europe/Berlin' } as const;
  expect(momentFor(at, reader)).toBe('02:22 CET');
  expect(momentFor(at, { ...reader, lasting: true })).toBe('Mon 2 Mar 02:22 CET');
});
