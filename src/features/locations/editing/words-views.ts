import type { WorkingWeek } from '../../../core/time/calendar.ts';
import { momentWithZone, type Reader } from '../../../core/time/reader.ts';
import { calendarDay, secondsWords } from '../../../core/time/spans.ts';
import type { LocationKind, StockRecord } from '../location/model.ts';
import type { PlaceLine } from './model.ts';

export const kindWords: Readonly<Record<LocationKind, string>> = {
  warehouse: 'warehouse',
  '3pl': '3PL',
  store: 'store',
  marketplace: 'marketplace warehouse',
};

/** In the form. */
export const recordChoices: Readonly<Record<StockRecord, string>> = {
  ours: 'We do, here: changes are booked',
  outside: 'An outside system: its files state them',
};

/** On the card. */
export const recordWords: Readonly<Record<StockRecord, string>> = {
  ours: 'stock numbers kept here',
  outside: 'stock numbers kept by an outside system',
};

const shortDays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** "Mon–Fri 09:00–17:00"; "every day 06:00–24:00"; "Mon, Wed 09:00–12:00". */
export function weekWords({ days, opens, closes }: Pick<WorkingWeek, 'days' | 'opens' | 'closes'>): string {
  return `${daysWords(days)} ${opens}–${closes}`;
}

function daysWords(days: readonly number[]): string {
  if (days.length === 7) return 'every day';
  const [first = 1] = days;
  const last = days.at(-1) ?? first;
  const isRun = days.length > 2 && last - first === days.length - 1;
  const name = (day: number) => shortDays[day - 1] ?? '';
  return isRun ? `${name(first)}–${name(last)}` : days.map(name).join(', ');
}

/** "open until 17:00 CET" or "closed, opens Mon 2 Mar 09:00 CET". */
export function stateWords({ location, openUntil, opensAt, timeZone }: PlaceLine, { now }: Reader): string {
  if (location && !location.active) return 'no longer in use';
  if (openUntil) return `open until ${momentWithZone(openUntil, now, timeZone)}`;
  return opensAt ? `closed, opens ${momentWithZone(opensAt, now, timeZone)}` : 'closed for the next year';
}

/** "1 h 30 min" for 90, "1 day". */
export function staleWords(minutes: number): string {
  return secondsWords(minutes * 60);
}

/** "Fri 25 Dec": a day such as 2026-12-25. */
export function dayWords(day: string, now: Date): string {
  const date = new Date(day);
  return `${shortDays[(date.getUTCDay() + 6) % 7]} ${calendarDay(date, now)}`;
}
