import { Temporal } from 'temporal-polyfill';
import type { Direction } from './moment-faults.ts';
import { weekdayOf, weekdayPattern } from './weekdays.ts';

/** Days that words may mean, the nearest in their direction first; or why they mean none. */
export type Days =
  | { readonly days: readonly Temporal.PlainDate[] }
  | { readonly fault: 'unclear' | 'no such day' }
  | { readonly fault: 'two readings'; readonly readings: readonly [string, string] };

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const month =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const ofMonth = String.raw`(\d{1,2})(?:st|nd|rd|th)?`;
const year = String.raw`(?:,? (\d{4}))?`;
const dayFirst = new RegExp(`^(?:the )?${ofMonth}(?: of)? ${month}\\.?${year}$`);
const monthFirst = new RegExp(`^${month}\\.? ${ofMonth}${year}$`);
const iso = /^(\d{4})-(\d{2})-(\d{2})$/;
// With dots the day always comes first.
const dotted = /^(\d{1,2})\. ?(\d{1,2})\.?(?: ?(\d{4}))?$/;
const slashed = /^(\d{1,2})[/-](\d{1,2})(?:[/-](\d{4}))?$/;
const weekday = new RegExp(`^(?:(last|next|this|coming) )?${weekdayPattern}$`);
const near: Readonly<Record<string, number>> = {
  today: 0,
  tonight: 0,
  tomorrow: 1,
  yesterday: -1,
  'the day after tomorrow': 2,
  'day after tomorrow': 2,
  'the day before yesterday': -2,
  'day before yesterday': -2,
};

/** Reads a day: "tomorrow", "last Friday", "31 Oct", "31.10.2026", "2026-10-31". Lower case, single spaces. */
export function daysOf(words: string, today: Temporal.PlainDate, direction: Direction): Days {
  const off = near[words];
  if (off !== undefined) return { days: [today.add({ days: off })] };
  const named = weekday.exec(words);
  if (named) return weekdays(named[1], weekdayOf(named[2] ?? ''), today, direction);
  const full = iso.exec(words);
  if (full) return dates(full[3], full[2], full[1], today, direction);
  const first = dayFirst.exec(words);
  if (first) return dates(first[1], monthOf(first[2]), first[3], today, direction);
  const second = monthFirst.exec(words);
  if (second) return dates(second[2], monthOf(second[1]), second[3], today, direction);
  const dots = dotted.exec(words);
  if (dots) return dates(dots[1], dots[2], dots[3], today, direction);
  const [, one, other, then] = slashed.exec(words) ?? [];
  return one ? eitherFirst(one, other, then, today, direction) : { fault: 'unclear' };
}

/** A weekday is the nearest in the direction: today, or one of the six days before or after it. */
function weekdays(
  which: string | undefined,
  wanted: number,
  today: Temporal.PlainDate,
  direction: Direction,
): Days {
  const ahead = (wanted - today.dayOfWeek + 7) % 7;
  const coming = today.add({ days: ahead || 7 });
  if (which === 'last') return { days: [today.subtract({ days: (7 - ahead) % 7 || 7 })] };
  if (which === 'coming') return { days: [coming] };
  if (which === 'this') return { days: [today.add({ days: wanted - today.dayOfWeek })] };
  if (which === 'next') {
    const nextWeek = today.add({ days: 7 - today.dayOfWeek + wanted });
    if (coming.equals(nextWeek)) return { days: [coming] };
    return { fault: 'two readings', readings: [dayInWords(coming), dayInWords(nextWeek)] };
  }
  if (direction === 'future') return { days: [today.add({ days: ahead }), today.add({ days: ahead + 7 })] };
  const back = (7 - ahead) % 7;
  return { days: [today.subtract({ days: back }), today.subtract({ days: back + 7 })] };
}

/** "3/4" is refused where both orders make a day, and they differ. */
function eitherFirst(
  one: string,
  other: string | undefined,
  then: string | undefined,
  today: Temporal.PlainDate,
  direction: Direction,
): Days {
  const byDay = dates(one, other, then, today, direction);
  const byMonth = dates(other, one, then, today, direction);
  if (!('days' in byDay)) return byMonth;
  if (!('days' in byMonth) || one === other) return byDay;
  const readings = [byDay, byMonth].map(({ days: [day] }) => (day ? dateInWords(day) : ''));
  return { fault: 'two readings', readings: [readings[0] ?? '', readings[1] ?? ''] };
}

// The longest gap between two days of one name is that of 29 February around 1900 and 2100.
const mostYears = 8;

/** Without a year, that date in this year and the nearest others. */
function dates(
  day: string | undefined,
  month: string | number | undefined,
  year: string | undefined,
  today: Temporal.PlainDate,
  direction: Direction,
): Days {
  const step = direction === 'past' ? -1 : 1;
  const years = year
    ? [Number(year)]
    : Array.from({ length: mostYears + 1 }, (_, i) => today.year + i * step);
  const days = years.flatMap((one) => dateOf(one, Number(month), Number(day)) ?? []);
  return days.length > 0 ? { days } : { fault: 'no such day' };
}

function dateOf(year: number, month: number, day: number): Temporal.PlainDate | null {
  try {
    return new Temporal.PlainDate(year, month, day);
  } catch {
    return null;
  }
}

function monthOf(word: string | undefined): number {
  return months.indexOf((word ?? '').slice(0, 3)) + 1;
}

/** "30 Oct". */
function dateInWords(day: Temporal.PlainDate): string {
  return day.toLocaleString('en-GB', { day: 'numeric', month: 'short' });
}

/** "Fri 30 Oct". */
export function dayInWords(day: Temporal.PlainDate): string {
  const name = day.toLocaleString('en-GB', { weekday: 'short' });
  return `${name} ${dateInWords(day)}`;
}
