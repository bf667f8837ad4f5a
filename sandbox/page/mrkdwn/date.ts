const DATE: Record<string, Intl.DateTimeFormatOptions> = {
  date_num: { year: 'numeric', month: '2-digit', day: '2-digit' },
  date: { year: 'numeric', month: 'long', day: 'numeric' },
  date_short: { year: 'numeric', month: 'short', day: 'numeric' },
  date_long: { weekday: 'long', year: 'numeric', month: 'long', day: 'numeric' },
  time: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  time_secs: { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' },
};

const DAY = 86_400;

/** Fills in Slack's date tokens such as `{date_short} at {time}` in the reader's zone. */
export function formatDate(timestamp: number, format: string, zone: string, now: number): string {
  return format.replace(/\{(\w+)\}/g, (token, name: string) => {
    if (name === 'ago') return ago(Math.round(now / 1000) - timestamp);
    const pretty = name.endsWith('_pretty');
    const options = DATE[pretty ? name.slice(0, -7) : name];
    if (!options) return token;
    const day = name.startsWith('time') ? undefined : pretty ? nearDay(timestamp, zone, now) : undefined;
    if (day) return day;
    const locale = name === 'date_num' ? 'sv-SE' : 'en-GB';
    return new Intl.DateTimeFormat(locale, { ...options, timeZone: zone }).format(timestamp * 1000);
  });
}

/** 14:05 in the reader's zone. */
export function clockTime(seconds: number, zone: string): string {
  return new Intl.DateTimeFormat('en-GB', { ...DATE.time, timeZone: zone }).format(seconds * 1000);
}

/** "Today", "Yesterday", or the day's full name. */
export function dayName(seconds: number, zone: string, now: number): string {
  const near = nearDay(seconds, zone, now);
  if (near) return near.charAt(0).toUpperCase() + near.slice(1);
  return new Intl.DateTimeFormat('en-GB', {
    weekday: 'long',
    month: 'long',
    day: 'numeric',
    timeZone: zone,
  }).format(seconds * 1000);
}

function nearDay(timestamp: number, zone: string, now: number): string | undefined {
  const dayOf = (seconds: number) =>
    new Intl.DateTimeFormat('sv-SE', { timeZone: zone }).format(seconds * 1000);
  const today = Math.floor(now / 1000);
  const names: [number, string][] = [
    [0, 'today'],
    [-DAY, 'yesterday'],
    [DAY, 'tomorrow'],
  ];
  return names.find(([shift]) => dayOf(today + shift) === dayOf(timestamp))?.[1];
}

function ago(seconds: number): string {
  const units: [number, Intl.RelativeTimeFormatUnit][] = [
    [DAY, 'day'],
    [3_600, 'hour'],
    [60, 'minute'],
    [1, 'second'],
  ];
  const [size, unit] = units.find(([size]) => Math.abs(seconds) >= size) ?? [1, 'second' as const];
  return new Intl.RelativeTimeFormat('en').format(-Math.round(seconds / size), unit);
}
