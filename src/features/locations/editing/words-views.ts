import type { WorkingWeek } from '../../../core/time/calendar.ts';
import { momentWithZone, type Reader } from '../../../core/time/reader.ts';
import { secondsWords } from '../../../core/time/spans.ts';
import { daysWords } from '../../../core/time/weekdays.ts';
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

/** "Mon–Fri 09:00–17:00"; "every day 06:00–24:00"; "Mon, Wed 09:00–12:00". */
export function weekWords({ days, opens, closes }: Pick<WorkingWeek, 'days' | 'opens' | 'closes'>): string {
  return `${daysWords(days)} ${opens}–${closes}`;
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
