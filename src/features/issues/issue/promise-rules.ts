import { nextOpening, type WorkingCalendar, zoneAt } from '../../../core/time/calendar.ts';
import { nextSlots } from '../../../core/time/slots.ts';
import { dayIn } from '../../../core/time/time-zone.ts';
import type { Severity } from './model.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/** Lengths of promises and snoozes, as the menus offer them. */
export const spans = ['15m', '1h', '4h', 'tomorrow', 'workday'] as const;
export type Span = (typeof spans)[number];

/** The promise that "I'm on it" makes. */
const defaultSpans: Readonly<Record<Severity, Span>> = {
  critical: '15m',
  high: '1h',
  normal: '4h',
  low: 'workday',
};

/** By the business's calendar: tomorrow at nine by its clocks; a workday begins when it opens. */
export function spanEnd(span: Span, now: Date, calendar: WorkingCalendar): Date {
  switch (span) {
    case '15m':
      return new Date(now.getTime() + 15 * minuteMs);
    case '1h':
      return new Date(now.getTime() + hourMs);
    case '4h':
      return new Date(now.getTime() + 4 * hourMs);
    case 'tomorrow':
      return nextMorning(now, zoneAt(now, calendar));
    case 'workday':
      return nextOpening(now, calendar);
  }
}

export function defaultPromise(severity: Severity, now: Date, calendar: WorkingCalendar): Date {
  return spanEnd(defaultSpans[severity], now, calendar);
}

/** Milliseconds from the owner's reminder until the leads are told; null: they are not told. */
export function leadsToldAfterMs(severity: Severity): number | null {
  return { critical: 5 * minuteMs, high: 15 * minuteMs, normal: 2 * hourMs, low: null }[severity];
}

/**
 * The moment when the leads are told after a change of severity, for an owner who was reminded of a passed promise.
 * Null: they are not told. 'as it is': they were told already, or the moment stays.
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

/** A done issue closes after a week. */
export const closesAfterMs = 7 * 24 * hourMs;

/** Never this morning, even before nine o'clock. */
function nextMorning(now: Date, timeZone: string): Date {
  const today = dayIn(timeZone, now);
  const slots = nextSlots({ cron: '0 9 * * *', timeZone }, now, 2);
  return slots.find((slot) => dayIn(timeZone, slot) !== today) ?? new Date(now.getTime() + 24 * hourMs);
}
