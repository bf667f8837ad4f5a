import { calendarDay } from './spans.ts';

/** Matches a day of the week, in full or shortened: "Mon", "tues", "Fridays". Its group is the name itself. */
export const weekdayPattern = '(mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:days?)?';

const names = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** 1 is Monday, 7 is Sunday. For a word that `weekdayPattern` matches. */
export function weekdayOf(word: string): number {
  return names.indexOf(word.slice(0, 3).toLowerCase()) + 1;
}

/** Of a calendar day, such as 2026-03-02: 1 is Monday, 7 is Sunday. */
export function weekdayOn(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
}

const shortNames = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** "Mon–Fri", "every day", "Mon, Wed": ordered days of the week, 1 is Monday. */
export function daysWords(days: readonly number[]): string {
  if (days.length === 7) return 'every day';
  const [first = 1] = days;
  const last = days.at(-1) ?? first;
  const isRun = days.length > 2 && last - first === days.length - 1;
  const name = (day: number) => shortNames[day - 1] ?? '';
  return isRun ? `${name(first)}–${name(last)}` : days.map(name).join(', ');
}

/** "Fri 25 Dec": a day such as 2026-12-25, with its year unless it is this one. */
export function dayWords(day: string, now: Date): string {
  return `${shortNames[weekdayOn(day) - 1]} ${calendarDay(new Date(day), now)}`;
}

/** "yesterday", "3 days ago": by the calendar, so that Tuesday is three days before Friday at any hour; empty: not before. */
export function daysAgo(day: string, today: string): string {
  const days = Math.round((Date.parse(today) - Date.parse(day)) / 86_400_000);
  if (days <= 0) return '';
  return days === 1 ? 'yesterday' : `${days} days ago`;
}

const wanted = new RegExp(`^${weekdayPattern}(?:\\s*[-–]\\s*${weekdayPattern})?$`, 'i');

/** The days of "Mon–Fri", "Mon, Wed, Sat" or "every day", ordered; null: it is something else. */
export function readDays(text: string): readonly number[] | null {
  if (/^(every day|daily|all)$/i.test(text.trim())) return [1, 2, 3, 4, 5, 6, 7];
  const days = new Set<number>();
  for (const part of text.split(/[,;/+]|\s+and\s+|(?<=[a-z])\s+(?=[a-z])/i)) {
    const [, first, last] = wanted.exec(part.trim()) ?? [];
    if (!first) return null;
    const from = weekdayOf(first);
    const to = last ? weekdayOf(last) : from;
    // "Sat–Mon" goes over the end of the week.
    for (let day = from; ; day = (day % 7) + 1) {
      days.add(day);
      if (day === to) break;
    }
  }
  return [...days].sort();
}

/** The calendar day so many days after one such as 2026-12-01; before it with fewer than none. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}
