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
  return minutes === 0 ? 'under a minute' : secondsWords(minutes * 60);
}

/** "40 s", "12 min 5 s", "3 h 20 min": so many seconds in their two largest units. */
export function secondsWords(seconds: number): string {
  const units = [
    [Math.floor(seconds / 86_400), seconds >= 172_800 ? 'days' : 'day'],
    [Math.floor(seconds / 3_600) % 24, 'h'],
    [Math.floor(seconds / 60) % 60, 'min'],
    [seconds % 60, 's'],
  ] as const;
  const first = units.findIndex(([n]) => n > 0);
  if (first < 0) return '0 s';
  return units
    .slice(first, first + 2)
    .filter(([n]) => n > 0)
    .map(([n, unit]) => `${n} ${unit}`)
    .join(' ');
}

/** The latest of these moments; null: there is none. */
export function latest(...moments: readonly (Date | null)[]): Date | null {
  return moments.reduce((last, one) => (one && (!last || one > last) ? one : last), null);
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
