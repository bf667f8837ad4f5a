import { Temporal } from 'temporal-polyfill';
import { dayInWords, daysOf } from './moment-days.ts';
import { type Direction, type MomentFault, momentFault } from './moment-faults.ts';
import { apart, type TimeOfDay, timeOf } from './moment-times.ts';
import { readZone } from './read-zone.ts';
import { dayAt, instantAt, wallAt } from './wall-clock.ts';
import { weekdayOf, weekdayPattern } from './weekdays.ts';

/** What words about a moment are read for. */
export interface MomentUse {
  readonly now: Date;
  /** IANA name of the zone whose clocks count, unless the words name another. */
  readonly timeZone: string;
  /** Nothing after now for the past, nothing before now for the future. */
  readonly direction: Direction;
  /** Which edge of a day without a time counts. Of today it is now where the edge lies on the wrong side. */
  readonly day: 'begins' | 'ends';
}

/** A moment as it was understood. */
export interface ReadMoment {
  readonly at: Date;
  /** "Fri 30 Oct 18:00", on the clocks it was read by; with the year unless it is this one. It reads as itself. */
  readonly preview: string;
}

/**
 * Reads a moment in words: "31 Oct", "yesterday 18:00", "last Friday", "tomorrow 9", "in 2 hours", "2026-03-01 14:00",
 * "noon". A weekday, a date without a year is the nearest in the direction; a time alone is today's. A local time that
 * clocks skip is the first minute that exists, one that they repeat the first. What could mean two moments is refused
 * with both.
 */
export function readMoment(text: string, use: MomentUse): ReadMoment | MomentFault {
  const { direction } = use;
  const plain = text
    .trim()
    .toLowerCase()
    .replaceAll(/\s+/g, ' ')
    .replace(/(\d)t(\d)/, '$1 $2');
  const words = plain.replace(/^(?:on|as of) /, '');
  const read = readPlain(words, use);
  // What nobody understood is quoted as it was typed.
  return 'reason' in read && read.reason === 'unclear'
    ? momentFault('unclear', direction, text.trim())
    : read;
}

function readPlain(words: string, use: MomentUse): ReadMoment | MomentFault {
  const { direction } = use;
  if (words === '') return momentFault('empty', direction);
  if (words === 'now') return understood(use.now, use);
  const since = distance(words, use);
  if (since) return within(since, use);
  const [, rest = '', name = ''] = /^(.+) \(?([a-z_]+\/[a-z_/+-]+\d*|utc|gmt)\)?$/.exec(words) ?? [];
  if (name === '') return inZone(words, use);
  const timeZone = readZone(name === 'gmt' ? 'utc' : name);
  return timeZone ? inZone(rest, { ...use, timeZone }) : momentFault('no zone', direction, name);
}

const minuteMs = 60_000;
const span =
  /^(in )?(\d{1,4}|an?|half an) ?(minutes?|mins?|m|hours?|hrs?|h|days?|d|weeks?|w)( ago| from now)?$/;

/** The moment so far from now; null: the words name no distance. Days and weeks count by the calendar. */
function distance(words: string, { now, timeZone, direction }: MomentUse): Date | null {
  const [match, ahead, count = '', unit = '', behind] = span.exec(words) ?? [];
  if (!match || (ahead && behind) || (count === 'half an' && !unit.startsWith('h'))) return null;
  const isPast = ahead || behind === ' from now' ? false : behind ? true : direction === 'past';
  const many = (count === 'half an' ? 0.5 : Number(count) || (count === '0' ? 0 : 1)) * (isPast ? -1 : 1);
  if (unit.startsWith('m')) return new Date(now.getTime() + many * minuteMs);
  if (unit.startsWith('h')) return new Date(now.getTime() + many * 60 * minuteMs);
  return instantAt(timeZone, wallAt(timeZone, now).add({ days: unit.startsWith('w') ? many * 7 : many }));
}

/** Both a day and a time in some words, such as "9.10", count as two readings. */
function inZone(words: string, use: MomentUse): ReadMoment | MomentFault {
  const { direction } = use;
  const whole = onDay(words, null, use);
  const timed = apart(words).map(({ day, time }) => onDay(day, time, use));
  const [read] = timed.filter((one) => 'at' in one);
  if ('at' in whole && read && 'at' in read)
    return twoReadings(words, [read.preview, whole.preview], direction);
  if ('at' in whole) return whole;
  // A fault that names what is wrong tells more than one that names the words.
  return read ?? [whole, ...timed].find((one) => !('at' in one) && one.reason !== 'unclear') ?? whole;
}

const leadingWeekday = new RegExp(`^${weekdayPattern},? (?=.*\\d|.* )`);

function onDay(words: string, time: string | null, use: MomentUse): ReadMoment | MomentFault {
  const { now, timeZone, direction } = use;
  const today = dayAt(timeZone, now);
  const weekday = leadingWeekday.exec(words);
  const edge = /^(?:the )?(end|start|beginning) of (.+)$/.exec(words);
  const named = edge?.[2] ?? (weekday ? words.slice(weekday[0].length) : words);
  const read = time !== null && named === '' ? { days: [today] } : daysOf(named, today, direction);
  if ('fault' in read) {
    if (read.fault === 'two readings') return twoReadings(words, read.readings, direction);
    return momentFault(read.fault, direction, capitals(named));
  }
  const of =
    time === null
      ? edge
        ? edge[1] === 'end'
          ? 'end of day'
          : new Temporal.PlainTime()
        : null
      : timeOf(time);
  if (of === 'none') return momentFault('no such time', direction, time ?? '');
  if (of === 'midnight' && words !== '') {
    const day = read.days[0] ? dayInWords(read.days[0]) : words;
    return twoReadings(all(words, time), [`${day} 00:00`, `${day} 24:00`], direction);
  }
  const moments = read.days.map((day) => ({ day, ...momentOn(day, of, use) }));
  const found = moments.find(({ at }) => inDirection(at, use)) ?? moments[0];
  if (!found) return momentFault('unclear', direction, words);
  if (weekday && found.day.dayOfWeek !== weekdayOf(weekday[1] ?? '')) {
    const name = found.day.toLocaleString('en-GB', { weekday: 'long' });
    const says = `${dayInWords(found.day).slice(4)} ${found.day.year} is a ${name}`;
    return momentFault('other weekday', direction, says);
  }
  return within(found.at, use, found.endOf);
}

/** The moment on that day. `endOf`: the day that it ends. */
function momentOn(
  day: Temporal.PlainDate,
  time: TimeOfDay | null,
  { now, timeZone, direction, day: edge }: MomentUse,
): { readonly at: Date; readonly endOf?: Temporal.PlainDate } {
  const begin = instantAt(timeZone, day.toPlainDateTime());
  const end = instantAt(timeZone, day.add({ days: 1 }).toPlainDateTime());
  if (time instanceof Temporal.PlainTime) return { at: instantAt(timeZone, day.toPlainDateTime(time)) };
  if (time === 'midnight') return direction === 'past' ? { at: begin } : { at: end, endOf: day };
  if (time === null && begin <= now && now < end && (edge === 'ends') === (direction === 'past'))
    return { at: now };
  return time === null && edge === 'begins' ? { at: begin } : { at: end, endOf: day };
}

function inDirection(at: Date, { now, direction }: MomentUse): boolean {
  return direction === 'past' ? at <= now : at >= now;
}

const mostMs = 10 * 366 * 1_440 * minuteMs;

function within(at: Date, use: MomentUse, endOf?: Temporal.PlainDate): ReadMoment | MomentFault {
  const { now, direction } = use;
  if (!(Math.abs(at.getTime() - now.getTime()) <= mostMs)) return momentFault('too far', direction);
  const read = understood(at, use, endOf);
  if (inDirection(at, use)) return read;
  return momentFault(direction === 'past' ? 'still to come' : 'has passed', direction, read.preview);
}

function understood(at: Date, { now, timeZone }: MomentUse, endOf?: Temporal.PlainDate): ReadMoment {
  const wall = wallAt(timeZone, at);
  const day = endOf ?? wall.toPlainDate();
  const year = day.year === dayAt(timeZone, now).year ? '' : ` ${day.year}`;
  const time = endOf ? '24:00' : wall.toPlainTime().toString({ smallestUnit: 'minute' });
  return { at, preview: `${dayInWords(day)}${year} ${time}` };
}

const namedDay = /\b(?:mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*/g;

function twoReadings(
  words: string,
  [one, other]: readonly [string, string],
  direction: Direction,
): MomentFault {
  return momentFault(
    'two readings',
    direction,
    `"${capitals(words)}" could be ${one} or ${other}`,
    'Say which of the two.',
  );
}

/** "30 Feb", "next Friday": days and months as they are written. */
function capitals(words: string): string {
  return words.replace(namedDay, (word) => word.charAt(0).toUpperCase() + word.slice(1));
}

function all(words: string, time: string | null): string {
  return [words, time].filter(Boolean).join(' ');
}
