import { z } from 'zod';
import { timeOf } from './moment-times.ts';

/** A calendar day, as a date picker gives it. */
export const day = z.iso.date('Write it like 2026-12-24.');

/** A wall clock, such as 09:00, as a time picker gives it or a person writes it: "9", "4.30pm". */
export const clock = z.string().transform((text, { addIssue }) => {
  const time = readClock(text);
  if (time === null) addIssue('Write it like 09:00.');
  return time ?? '';
});

/** True for a wall clock as programs write it. */
export function isClock(text: string): boolean {
  return readClock(text) === text;
}

/** "09:00" of "9", "9:00", "9am"; null: it is no time of a day. */
function readClock(text: string): string | null {
  const time = timeOf(text.trim().toLowerCase());
  return typeof time === 'string' ? null : time.toString({ smallestUnit: 'minute' });
}

/** 1 is Monday, as ticks give it. */
const weekday = z.enum(['1', '2', '3', '4', '5', '6', '7'], 'Pick days of the week.').transform(Number);
export const weekdays = z.array(weekday).min(1, 'Pick at least one day.');
