import { expect, test } from 'vitest';
import { moment, momentWithZone } from './format.ts';

const now = new Date('2026-03-02T08:00:00Z');

test.each([
  ['2026-03-02T13:05:00Z', 'Europe/Berlin', '14:05', '14:05 CET'],
  ['2026-03-01T23:30:00Z', 'Europe/Berlin', '00:30', '00:30 CET'],
  ['2026-03-01T22:30:00Z', 'Europe/Berlin', '1 Mar 23:30', '1 Mar 23:30 CET'],
  ['2025-09-30T12:00:00Z', 'Europe/Berlin', '30 Sept 2025 14:00', '30 Sept 2025 14:00 CEST'],
  ['2026-03-02T03:00:00Z', 'America/New_York', '1 Mar 22:00', '1 Mar 22:00 GMT-5'],
])('%s in %s reads "%s", and with its zone "%s"', (at, timeZone, plain, withZone) => {
  expect(moment(new Date(at), now, timeZone)).toBe(plain);
  expect(momentWithZone(new Date(at), now, timeZone)).toBe(withZone);
});
