import { nextSlots } from '../../../core/time/slots.ts';
import { dayIn } from '../../../core/time/time-zone.ts';
import type { Severity } from './model.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/** How long a promise or a snooze lasts, as the menus offer it. */
export const spans = ['15m', '1h', '4h', 'tomorrow', 'workday'] as const;
export type Span = (typeof spans)[number];

/** The promise that "I'm on it" makes, unless it is changed. */
const defaultSpans: Readonly<Record<Severity, Span>> = {
  critical: '15m',
  high: '1h',
  normal: '4h',
  low: 'workday',
};

export function spanEnd(span: Span, now: Date, timeZone: string): Date {
  switch (span) {
    case '15m':
      return new Date(now.getTime() + 15 * minuteMs);
    case '1h':
      return new Date(now.getTime() + hourMs);
    case '4h':
      return new Date(now.getTime() + 4 * hourMs);
    case 'tomorrow':
      return nextMorning('0 9 * * *', now, timeZone);
    case 'workday':
      return nextMorning('0 9 * * 1-5', now, timeZone);
  }
}

export function defaultPromise(severity: Severity, now: Date, timeZone: string): Date {
  return spanEnd(defaultSpans[severity], now, timeZone);
}

/** How long after the reminder of a passed promise the leads are told; null: they are not. */
export function leadsToldAfterMs(severity: Severity): number | null {
  return { critical: 5 * minuteMs, high: 15 * minuteMs, normal: 2 * hourMs, low: null }[severity];
}

/**
 * When the leads are to be told after the severity has changed, for a promise that passed and of which its owner was
 * reminded. Null: not at all. 'as it is': they were told, or nothing changes.
 */
export function leadsToldAt(
  remindedAt: Date,
  { from, to }: { readonly from: Severity; readonly to: Severity },
  now: Date,
): Date | null | 'as it is' {
  const [before, after] = [leadsToldAfterMs(from), leadsToldAfterMs(to)];
  const told = before !== null && remindedAt.getTime() + before <= now.getTime();
  if (told || before === after) return 'as it is';
  return after === null ? null : new Date(Math.max(now.getTime(), remindedAt.getTime() + after));
}

/** How long an issue stays done before it is closed. */
export const closesAfterMs = 7 * 24 * hourMs;

/** Not this morning's, though it may still be to come. */
function nextMorning(cron: string, now: Date, timeZone: string): Date {
  const today = dayIn(timeZone, now);
  const slots = nextSlots({ cron, timeZone }, now, 2);
  return slots.find((slot) => dayIn(timeZone, slot) !== today) ?? new Date(now.getTime() + 24 * hourMs);
}
