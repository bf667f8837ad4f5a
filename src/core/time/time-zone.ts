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
  // Swedish writes dates as ISO 8601 does.
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(at);
}

/** The wall clock there: "14:05" today, "2026-03-02 14:05" on another day. */
export function timeIn(timeZone: string, at: Date, now: Date): string {
  const time = new Intl.DateTimeFormat('sv-SE', { timeZone, timeStyle: 'short' }).format(at);
  const day = dayIn(timeZone, at);
  return day === dayIn(timeZone, now) ? time : `${day} ${time}`;
}
