import { expect, test } from 'vitest';
import { officeHours } from '../../../core/time/calendar.ts';
import { whyNotReview } from './refusals.ts';
import { reviewMissedAt } from './rules.ts';

test.each([
  ['on a Monday morning', '2026-03-02T09:30:00Z', '2026-03-04T09:30:00Z'],
  ['on a Monday evening', '2026-03-02T20:00:00Z', '2026-03-04T16:00:00Z'],
  ['on a Thursday', '2026-03-05T12:00:00Z', '2026-03-09T12:00:00Z'],
  ['on a Saturday', '2026-03-07T12:00:00Z', '2026-03-10T16:00:00Z'],
  // The clocks change in between.
  ['before summer time', '2026-03-27T12:00:00Z', '2026-03-31T11:00:00Z'],
])('the review of an issue done %s is overdue two working days later', (_, done, missed) => {
  expect(reviewMissedAt(new Date(done), officeHours('Europe/Berlin'))).toEqual(new Date(missed));
});

test.each([
  ['critical', 'done', null],
  ['high', 'closed', null],
  ['high', 'on it', 'is not done'],
  ['normal', 'done', 'needs no review'],
] as const)('reviewing a %s issue that is %s: %s', (severity, state, no) => {
  expect(whyNotReview({ severity, state })).toBe(no);
});
