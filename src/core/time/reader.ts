/** Who reads what is written, when and on which clock. */
export interface Reader {
  readonly now: Date;
  readonly timeZone: string;
  /** It is written now and read for days. */
  readonly lasting?: true;
}

/** "09:40" today, "2 Mar 09:40" this year, "2 Mar 2025 09:40" before; on the reader's clock. */
export function moment(at: Date, now: Date, timeZone: string): string {
  return sinceToday(wallClock(at, timeZone), now, timeZone);
}

/** "14:05 CET": for a moment that people in several zones read. */
export function momentWithZone(at: Date, now: Date, timeZone: string): string {
  const there = wallClock(at, timeZone);
  return `${sinceToday(there, now, timeZone)} ${there.zone}`;
}

/** "Mon 2 Mar 14:05 CET": for text that is read on later days. */
function lastingMoment(at: Date, timeZone: string): string {
  const { weekday, day, time, zone } = wallClock(at, timeZone);
  return `${weekday} ${day.slice(0, -5)} ${time} ${zone}`;
}

/** A moment as its reader needs it: with its day on what stands for days. */
export function momentFor(at: Date, { now, timeZone, lasting }: Reader): string {
  return lasting ? lastingMoment(at, timeZone) : momentWithZone(at, now, timeZone);
}

/** "2 Mar 2026 14:05 CET": for documents. */
export function datedMoment(at: Date, timeZone: string): string {
  const { day, time, zone } = wallClock(at, timeZone);
  return `${day} ${time} ${zone}`;
}

interface WallClock {
  /** "Mon". */
  readonly weekday: string;
  /** "2 Mar 2026". */
  readonly day: string;
  readonly time: string;
  readonly zone: string;
}

function sinceToday({ day, time }: WallClock, now: Date, timeZone: string): string {
  const today = dayOf(now, timeZone);
  if (day === today) return time;
  const sameYear = day.slice(-4) === today.slice(-4);
  return `${sameYear ? day.slice(0, -5) : day} ${time}`;
}

// A card names many moments, and compares each with the same present one.
let present = { at: Number.NaN, timeZone: '', day: '' };

function dayOf(now: Date, timeZone: string): string {
  if (present.at !== now.getTime() || present.timeZone !== timeZone)
    present = { at: now.getTime(), timeZone, day: wallClock(now, timeZone).day };
  return present.day;
}

const wallClocks = new Map<string, Intl.DateTimeFormat>();

/** Day, time and zone from one formatting: it is the formatting that costs. */
function wallClock(at: Date, timeZone: string): WallClock {
  const known =
    wallClocks.get(timeZone) ??
    new Intl.DateTimeFormat('en-GB', {
      timeZone,
      weekday: 'short',
      day: 'numeric',
      month: 'short',
      year: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      timeZoneName: 'short',
    });
  wallClocks.set(timeZone, known);
  // "Mon, 2 Mar 2026, 14:05 CET", with or without the first comma.
  const [, weekday = '', day = '', clock = ''] = /^(\w+),? (.+), (.+)$/.exec(known.format(at)) ?? [];
  const [time = '', ...zone] = clock.split(' ');
  return { weekday, day, time, zone: zone.join(' ') };
}
