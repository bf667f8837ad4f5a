import { expect, test } from 'vitest';
import { nextReminder } from './reminder-rules.ts';

const asked = { askedAt: new Date('2026-03-06T14:00:00Z'), expiresAt: new Date('2026-03-09T14:00:00Z') };

test.each<[string, number, string, string | null]>([
  ['first after half an hour', 0, '2026-03-06T14:00:00Z', '2026-03-06T14:30:00.000Z'],
  ['then after half of the remaining time', 1, '2026-03-06T14:30:00Z', '2026-03-08T02:15:00.000Z'],
  ['then at the next nine o’clock in Berlin', 2, '2026-03-08T02:15:00Z', '2026-03-08T08:00:00.000Z'],
  ['or at the next two o’clock', 2, '2026-03-08T08:00:00Z', '2026-03-08T13:00:00.000Z'],
  ['never after the deadline', 2, '2026-03-09T13:30:00Z', null],
  ['at most three times', 3, '2026-03-08T08:00:00Z', null],
])('a reminder comes %s', (_, reminders, now, next) => {
  const at = nextReminder({ ...asked, reminders }, new Date(now), 'Europe/Berlin');
  expect(at?.toISOString() ?? null).toBe(next);
});

test('a request that expires within half an hour, or never, has no reminder', () => {
  const soon = { ...asked, expiresAt: new Date('2026-03-06T14:20:00Z'), reminders: 0 };
  expect(nextReminder(soon, asked.askedAt, 'UTC')).toBeNull();
  expect(nextReminder({ ...soon, expiresAt: null }, asked.askedAt, 'UTC')).toBeNull();
});
