import { nextSlots } from '../../../core/time/slots.ts';

const mostReminders = 3;
const firstAfterMs = 30 * 60_000;

export interface ReminderState {
  readonly askedAt: Date;
  readonly expiresAt: Date | null;
  /** Reminders sent since then. */
  readonly reminders: number;
}

/**
 * The next reminder: half an hour after the approvers were asked, then after half of the time that is left, then at the
 * next nine or two o'clock in the zone, so that reminders come together. Null: none follows.
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
