import type { Somebody } from '../../../cases/model.ts';
import type { MomentFault } from '../../../core/time/moment-faults.ts';
import { readMoment } from '../../../core/time/read-moment.ts';
import { instantAt, wallAt } from '../../../core/time/wall-clock.ts';

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
 * Friday" ends with Friday's last minute. Null: a person or an end is missing.
 */
export function readDelegation(
  text: string,
  now: Date,
  timeZone: string,
): ParsedDelegation | MomentFault | null {
  const [, before = '', end = ''] = untilWord.exec(text) ?? [];
  const [, who = before, start = null] = fromWord.exec(before) ?? [];
  if (who.trim() === '' || end.trim() === '') return null;
  const use = { now, timeZone, direction: 'future' } as const;
  const from = start === null ? { at: null } : readMoment(start, { ...use, day: 'begins' });
  if ('reason' in from) return from;
  const until = readMoment(end, { ...use, day: 'ends' });
  return 'reason' in until ? until : { who: who.trim(), from: from.at, until: until.at };
}

/** The day that ends at this moment, as midnight UTC; null: it is not midnight in the time zone. */
export function dayEndingAt(moment: Date, timeZone: string): Date | null {
  const wall = wallAt(timeZone, moment);
  const day = wall.toPlainDate();
  if (!wall.equals(day.toPlainDateTime())) return null;
  return instantAt('UTC', day.subtract({ days: 1 }).toPlainDateTime());
}
