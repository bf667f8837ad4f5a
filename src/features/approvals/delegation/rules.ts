import { Temporal } from 'temporal-polyfill';
import type { Somebody } from '../../../cases/model.ts';
import { dayAt, instantAt, wallAt } from '../../../core/time/wall-clock.ts';

/** One person decides in another's place for a while: "Until Friday, Lena may say yes for me." */
export interface Delegation {
  readonly id: string;
  readonly from: Somebody;
  readonly to: Somebody;
  readonly startsAt: Date;
  readonly endsAt: Date;
  /** When it was ended early; null: it was not. */
  readonly endedAt: Date | null;
}

const dayMs = 86_400_000;
/** A need for longer is a need for a role. */
export const mostDays = 60;
const mostDaysAhead = 366;

export interface Span {
  readonly from: Date;
  readonly until: Date;
}

export type SpanNo = 'has passed' | 'ends before it begins' | 'is too far ahead' | 'is too long';

/** Why a delegation cannot have this span; null: it can. */
export function whyNotSpan({ from, until }: Span, now: Date): SpanNo | null {
  if (until <= now) return 'has passed';
  if (until <= from) return 'ends before it begins';
  if (from.getTime() - now.getTime() > mostDaysAhead * dayMs) return 'is too far ahead';
  // Changes of the clock may make the days an hour or two longer.
  return until.getTime() - from.getTime() > mostDays * dayMs + 2 * 3_600_000 ? 'is too long' : null;
}

export interface ParsedDelegation {
  /** "@Lena", "<@U123>" or "Lena Bauer". */
  readonly who: string;
  /** Null: from now on. */
  readonly from: Date | null;
  readonly until: Date;
}

const untilWord = /^(.*?) (?:until|till|til|to|through) (.+)$/i;
const fromWord = /^(.+?) (?:from|as of|starting) (.+)$/i;

/**
 * "@Lena until Friday", "@Lena from tomorrow until 2026-12-01 17:00". A day without a time counts in full: "until
 * Friday" ends with Friday's last minute. Null: the text has no end, or names no day that we know.
 */
export function readDelegation(text: string, now: Date, timeZone: string): ParsedDelegation | null {
  const [, before = '', end = ''] = untilWord.exec(text) ?? [];
  const [, who = before, start = null] = fromWord.exec(before) ?? [];
  const until = readMoment(end, now, timeZone, 'end');
  const from = start === null ? null : readMoment(start, now, timeZone, 'begin');
  if (who.trim() === '' || !until || (start !== null && !from)) return null;
  return { who: who.trim(), from, until };
}

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const dayAndTime = /^(?:on )?([a-z]+|\d{4}-\d{2}-\d{2})?(?: ?(?:at )?(\d{1,2})[:.](\d{2}))?$/i;

/** "Friday", "tomorrow 09:00", "2026-12-01" or "17:00" in the time zone. */
function readMoment(text: string, now: Date, timeZone: string, edge: 'begin' | 'end'): Date | null {
  const [match, word, hour, minute] = dayAndTime.exec(text.trim()) ?? [];
  if (!match) return null;
  const day = readDay(word?.toLowerCase() ?? 'today', dayAt(timeZone, now));
  if (day === null || Number(hour ?? 0) > 23 || Number(minute ?? 0) > 59) return null;
  if (hour === undefined)
    return instantAt(timeZone, (edge === 'end' ? day.add({ days: 1 }) : day).toPlainDateTime());
  const time = Temporal.PlainTime.from({ hour: Number(hour), minute: Number(minute) });
  return instantAt(timeZone, day.toPlainDateTime(time));
}

/** A weekday is today or one of the next six days. */
function readDay(word: string, today: Temporal.PlainDate): Temporal.PlainDate | null {
  if (word === 'today') return today;
  if (word === 'tomorrow') return today.add({ days: 1 });
  if (/^\d/.test(word)) return dateOf(word);
  const names = /^(sun|mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?)(?:day)?$/.exec(word);
  if (!names) return null;
  const wanted = weekdays.indexOf(word.slice(0, 3)) + 1;
  return today.add({ days: (wanted - today.dayOfWeek + 7) % 7 });
}

function dateOf(text: string): Temporal.PlainDate | null {
  try {
    return Temporal.PlainDate.from(text);
  } catch {
    return null;
  }
}

/** The day that ends at this moment, as midnight UTC; null: it is not midnight in the time zone. */
export function dayEndingAt(moment: Date, timeZone: string): Date | null {
  const wall = wallAt(timeZone, moment);
  const day = wall.toPlainDate();
  if (!wall.equals(day.toPlainDateTime())) return null;
  return instantAt('UTC', day.subtract({ days: 1 }).toPlainDateTime());
}
