/** The reader's present moment and clock. */
export interface Reader {
  readonly now: Date;
  readonly timeZone: string;
  /** The text stays for days. */
  readonly lasting?: true;
}

/** "09:40" today, "2 Mar 09:40" this year, "2 Mar 2025 09:40" before; in the reader's zone. */
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

/** A moment for this reader: with its day in lasting text. */
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

// A card shows many moments, all compared with the same present one.
let present = { at: Number.NaN, timeZone: '', day: '' };

function dayOf(now: Date, timeZone: string): string {
  if (present.at !== now.getTime() || present.timeZone !== timeZone)
    present = { at: now.getTime(), timeZone, day: wallClock(now, timeZone).day };
  return present.day;
}

/** A zone's clock, and what it showed in the minutes that were asked for last. */
interface ZoneClock {
  readonly format: Intl.DateTimeFormat;
  /** Says what its people call the zone; null: the format does. */
  readonly named: Intl.DateTimeFormat | null;
  readonly shown: Map<number, WallClock>;
}

const minuteMs = 60_000;
const mostShown = 500;
const clocks = new Map<string, ZoneClock>();

/** Formatting is the costly part of a card, and the moments that cards show are the same few: when a source was heard. */
function wallClock(at: Date, timeZone: string): WallClock {
  const clock = clocks.get(timeZone) ?? clockOf(timeZone);
  clocks.set(timeZone, clock);
  const { shown } = clock;
  const minute = Math.floor(at.getTime() / minuteMs);
  const known = shown.get(minute) ?? read(clock, at);
  if (shown.size >= mostShown) shown.clear();
  shown.set(minute, known);
  return known;
}

// Each English knows the names of its own zones only: New York is "GMT-5" in Britain, and "EST" at home.
const locales = ['en-US', 'en-NZ'];

function clockOf(timeZone: string): ZoneClock {
  const format = formatOf(timeZone);
  const at = new Date(1e12);
  const byName = (one: Intl.DateTimeFormat) => /^[A-Z]+$/.test(zoneIn(one, at));
  const others = locales.map(
    (locale) => new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: 'short' }),
  );
  return { format, named: byName(format) ? null : (others.find(byName) ?? null), shown: new Map() };
}

function zoneIn(format: Intl.DateTimeFormat, at: Date): string {
  return format.formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value ?? '';
}

function formatOf(timeZone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat('en-GB', {
    timeZone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
  });
}

/** Day, time and zone from a single formatting. */
function read({ format, named }: ZoneClock, at: Date): WallClock {
  // "Mon, 2 Mar 2026, 14:05 CET", with or without the first comma.
  const [, weekday = '', day = '', clock = ''] = /^(\w+),? (.+), (.+)$/.exec(format.format(at)) ?? [];
  const [time = '', ...zone] = clock.split(' ');
  return { weekday, day, time, zone: named ? zoneIn(named, at) : zone.join(' ') };
}
