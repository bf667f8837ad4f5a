import { nextSlots } from '../../../core/time/slots.ts';

/** After that many it is not asked again. */
const mostReminders = 3;
const firstAfterMs = 30 * 60_000;

export interface ReminderState {
  readonly askedAt: Date;
  readonly expiresAt: Date | null;
  /** How often those who are asked were reminded since. */
  readonly reminders: number;
}

/**
 * When to remind next: half an hour after it was asked, then half of what is left until it expires, then with the
 * next nine or two o'clock there, so that all that waits comes together. Null: not any more.
 */
export function nextReminder({ askedAt, expiresAt, reminders }: ReminderState, now: Date, timeZone: string) {
  if (!expiresAt || reminders >= mostReminders) return null;
  const at = nextMoment(reminders, askedAt, expiresAt, now, timeZone);
  return at && at < expiresAt ? at : null;
}

function nextMoment(
  reminders: number,
  askedAt: Date,
  expiresAt: Date,
  now: Date,
  timeZone: string,
): Date | null {
  if (reminders === 0) return new Date(askedAt.getTime() + firstAfterMs);
  if (reminders === 1) return new Date(now.getTime() + (expiresAt.getTime() - now.getTime()) / 2);
  return nextSlots({ cron: '0 9,14 * * *', timeZone }, now, 1)[0] ?? null;
}
