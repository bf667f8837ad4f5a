import { dayAt } from './wall-clock.ts';

/** Whether this Node knows the IANA time zone; Slack may send a newer one. */
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
