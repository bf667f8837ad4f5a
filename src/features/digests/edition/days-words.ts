import { calendarDay } from '../../../core/time/spans.ts';
import { addDays, dayWords } from '../../../core/time/weekdays.ts';
import type { Days } from '../digest/days.ts';

/** "Thu 26 Nov", "23 Nov to 29 Nov": the last day included. */
export function daysWords({ from, to }: Days, now: Date): string {
  const last = addDays(to, -1);
  if (last <= from) return dayWords(from, now);
  return `${calendarDay(new Date(from), now)} to ${calendarDay(new Date(last), now)}`;
}

/** "Berlin" of Europe/Berlin. */
export function zoneWords(timeZone: string): string {
  return timeZone.split('/').at(-1)?.replaceAll('_', ' ') ?? timeZone;
}
