import { expect, test } from 'vitest';
import { reviewMissedAt, whyNotReview } from './rules.ts';

test.each([
  ['on a Monday morning', '2026-03-02T09:30:00Z', '2026-03-04T09:30:00Z'],
  ['on a Monday evening', '2026-03-02T20:00:00Z', '2026-03-04T16:00:00Z'],
  ['on a Thursday', '2026-03-05T12:00:00Z', '2026-03-09T12:00:00Z'],
  ['on a Saturday', '2026-03-07T12:00:00Z', '2026-03-10T16:00:00Z'],
  // Clocks change in between.
  ['before summer time', '2026-03-27T12:00:00Z', '2026-03-31T11:00:00Z'],
])('done %s, its review is missed two working days later', (_, done, missed) => {
  expect(reviewMissedAt(new Date(done), 'Europe/Berlin')).toEqual(new Date(missed));
});

test.each([
  ['critical', 'done', null],
  ['high', 'closed', null],
  ['high', 'on it', 'Issue 17 is not done yet: a review looks back.'],
  ['normal', 'done', 'Issue 17 is normal: reviews are for critical and high ones.'],
] as const)('a review of a %s one that is %s: %s', (severity, state, no) => {
  expect(whyNotReview({ number: 17, severity, state })).toBe(no);
});
