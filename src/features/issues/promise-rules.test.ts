import { expect, test } from 'vitest';
import { defaultPromise, endOf } from './promise-rules.ts';

const berlin = 'Europe/Berlin';

test.each([
  ['critical', '2026-03-02T08:00:00Z', '2026-03-02T08:15:00Z'],
  ['high', '2026-03-02T08:00:00Z', '2026-03-02T09:00:00Z'],
  ['normal', '2026-03-02T08:00:00Z', '2026-03-02T12:00:00Z'],
  ['low', '2026-03-02T08:00:00Z', '2026-03-03T08:00:00Z'],
  // Friday's is kept on Monday, over the change of clocks as well.
  ['low', '2026-03-06T16:00:00Z', '2026-03-09T08:00:00Z'],
  ['low', '2026-03-27T16:00:00Z', '2026-03-30T07:00:00Z'],
] as const)('"I’m on it" for a %s one at %s promises %s', (severity, now, then) => {
  expect(defaultPromise(severity, new Date(now), berlin).toISOString()).toBe(new Date(then).toISOString());
});

test.each([
  // Before nine, tomorrow is still tomorrow.
  ['2026-03-02T06:00:00Z', '2026-03-03T08:00:00Z'],
  ['2026-03-02T23:30:00Z', '2026-03-04T08:00:00Z'],
  ['2026-03-06T12:00:00Z', '2026-03-07T08:00:00Z'],
])('set aside until tomorrow at %s comes back at %s', (now, then) => {
  expect(endOf('tomorrow', new Date(now), berlin).toISOString()).toBe(new Date(then).toISOString());
});
