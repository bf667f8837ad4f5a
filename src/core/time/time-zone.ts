import { dayAt, wallAt } from './wall-clock.ts';

/** Whether this Node knows the IANA time zone; Slack may name one that is newer. */
export function isTimeZone(name: string): boolean {
  try {
    Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** The calendar day there, as 2026-03-02. */
export function dayIn(timeZone: string, at: Date): string {
  return dayAt(timeZone, at).toString();
}

/** The wall clock there: "14:05" today, "2026-03-02 14:05" on another day. */
export function timeIn(timeZone: string, at: Date, now: Date): string {
  const time = wallAt(timeZone, at).toPlainTime().toString({ smallestUnit: 'minute' });
  const day = dayIn(timeZone, at);
  return day === dayIn(timeZone, now) ? time : `${day} ${time}`;
}
