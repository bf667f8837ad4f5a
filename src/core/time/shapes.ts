import { z } from 'zod';

/** A calendar day, as a date picker gives it. */
export const day = z.iso.date('Write it like 2026-12-24.');

const clockPattern = /^([01]\d|2[0-3]):[0-5]\d$/;

/** A wall clock, as a time picker gives it. */
export const clock = z.string().regex(clockPattern, 'Write it like 09:00.');

export function isClock(text: string): boolean {
  return clockPattern.test(text);
}

/** 1 is Monday, as ticks give it. */
const weekday = z.enum(['1', '2', '3', '4', '5', '6', '7'], 'Pick days of the week.').transform(Number);
export const weekdays = z.array(weekday).min(1, 'Pick at least one day.');
