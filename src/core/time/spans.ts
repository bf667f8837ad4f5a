/** "12 min", "3 h", "2 days": the time between two moments, rounded down. */
export function distance(from: Date, to: Date): string {
  const minutes = Math.floor(Math.abs(to.getTime() - from.getTime()) / 60_000);
  if (minutes < 60) return `${minutes} min`;
  return minutes < 48 * 60 ? `${Math.floor(minutes / 60)} h` : `${Math.floor(minutes / (24 * 60))} days`;
}

/** "just now", "5 min old": the age of what was made then. */
export function age(since: Date, now: Date): string {
  return now.getTime() - since.getTime() < 60_000 ? 'just now' : `${distance(since, now)} old`;
}

/** "45 min", "1 h 30 min", "2 days 3 h": a duration in its two largest units. */
export function duration(from: Date, to: Date): string {
  const minutes = Math.floor(Math.abs(to.getTime() - from.getTime()) / 60_000);
  const units = [
    [Math.floor(minutes / 1_440), minutes >= 2_880 ? 'days' : 'day'],
    [Math.floor(minutes / 60) % 24, 'h'],
    [minutes % 60, 'min'],
  ] as const;
  const first = Math.max(
    0,
    units.findIndex(([n]) => n > 0),
  );
  const told = units.slice(first, first + 2).filter(([n]) => n > 0);
  return told.length > 0 && minutes > 0
    ? told.map(([n, unit]) => `${n} ${unit}`).join(' ')
    : 'under a minute';
}

const formats = {
  thisYear: new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', day: 'numeric', month: 'short' }),
  another: new Intl.DateTimeFormat('en-GB', {
    timeZone: 'UTC',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
  }),
};

/** "12 Mar", with the year unless it is this one. `day` is midnight UTC of a calendar day. */
export function calendarDay(day: Date, now: Date): string {
  const sameYear = day.getUTCFullYear() === now.getUTCFullYear();
  return (sameYear ? formats.thisYear : formats.another).format(day);
}
