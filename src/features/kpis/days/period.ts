import { Temporal } from 'temporal-polyfill';
import { daysOf } from '../../../core/time/moment-days.ts';
import type { Days } from './model.ts';

/** Days as somebody named them, and how they are called: "the last 30 days". */
export interface Period extends Days {
  readonly words: string;
}

/** Before the first day and after the last of anything. */
export const allDays: Period = { from: '0001-01-01', to: '9999-12-31', words: 'all days' };

/** Whether nobody has said yet which of all days these are. */
export const isAll = ({ from, to }: Days) => from === allDays.from && to === allDays.to;

const units = { d: 'days', w: 'weeks', m: 'months', y: 'years' } as const;
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const monthPattern = String.raw`(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?`;

/**
 * Reads days in words: "yesterday", "30d", "last 4 weeks", "this week", "last month", "October", "Oct 2025", "Q3 2025",
 * "2025", "since 1 Oct", "1 Oct to 15 Oct", "all". The last so many days end yesterday: today is not over. Null: these are no days.
 */
export function readPeriod(text: string, today: string): Period | null {
  const words = text.trim().toLowerCase().replaceAll(/\s+/g, ' ');
  const day = Temporal.PlainDate.from(today);
  if (/^(?:all|all days|all time|ever|everything|in all)$/.test(words)) return allDays;
  return (
    lastOf(words, day) ??
    calendarOf(words, day) ??
    yearOrMonth(words, day) ??
    betweenOf(words, day) ??
    oneDay(words, day)
  );
}

/** What is shown where nobody names days. */
export function usualPeriod(today: string): Period {
  return {
    ...period(Temporal.PlainDate.from(today).subtract({ days: 30 }), Temporal.PlainDate.from(today)),
    words: 'the last 30 days',
  };
}

/** The same of what goes on at a moment, which is asked for as of now: yesterday's end would leave out what is late since. */
export function usualUntilNow(today: string): Period {
  const { from, words } = usualPeriod(today);
  return { ...period(Temporal.PlainDate.from(from), Temporal.PlainDate.from(today).add({ days: 1 })), words };
}

/** The same days a year before. Null: before all days there are none. */
export function yearBefore({ from, to }: Days): Days | null {
  if (from === allDays.from) return null;
  const back = (day: string) => Temporal.PlainDate.from(day).subtract({ years: 1 });
  // What ends with 28 February of a leap year ended with it a year before too.
  const end = to.endsWith('-02-29') ? back(to).add({ days: 1 }) : back(to);
  return { from: back(from).toString(), to: end.toString() };
}

function period(from: Temporal.PlainDate, to: Temporal.PlainDate): Days {
  return { from: from.toString(), to: to.toString() };
}

function lastOf(words: string, today: Temporal.PlainDate): Period | null {
  const [, count = '', unit = ''] =
    /^(?:the )?(?:last |past )?(\d{1,4}) ?(d|w|m|y)(?:ays?|eeks?|onths?|ears?)?$/.exec(words) ?? [];
  if (unit === '' || count === '0' || Number(count) > 3_650) return null;
  const named = units[unit as keyof typeof units];
  const from = today.subtract({ [named]: Number(count) });
  const one = named.slice(0, -1);
  return { ...period(from, today), words: count === '1' ? `the last ${one}` : `the last ${count} ${named}` };
}

function calendarOf(words: string, today: Temporal.PlainDate): Period | null {
  const [, which = '', what = ''] = /^(this|last) (week|month|quarter|year)$/.exec(words) ?? [];
  if (what === '') return null;
  const first =
    what === 'week'
      ? today.subtract({ days: today.dayOfWeek - 1 })
      : what === 'month'
        ? today.with({ day: 1 })
        : what === 'quarter'
          ? today.with({ day: 1, month: today.month - ((today.month - 1) % 3) })
          : today.with({ day: 1, month: 1 });
  const length =
    what === 'week'
      ? { days: 7 }
      : what === 'month'
        ? { months: 1 }
        : what === 'quarter'
          ? { months: 3 }
          : { years: 1 };
  // What has begun ends with today, and is said to be open.
  return which === 'this'
    ? { ...period(first, today.add({ days: 1 })), words: `this ${what} until today` }
    : { ...period(first.subtract(length), first), words: `last ${what}` };
}

function yearOrMonth(words: string, today: Temporal.PlainDate): Period | null {
  const [, quarter, quarterYear] = /^q([1-4])(?: (\d{4}))?$/.exec(words) ?? [];
  if (quarter) return from(Number(quarterYear ?? 0), Number(quarter) * 3 - 2, 3, today, `Q${quarter}`);
  if (/^(?:19|20)\d\d$/.test(words)) {
    const first = new Temporal.PlainDate(Number(words), 1, 1);
    return { ...period(first, first.add({ years: 1 })), words };
  }
  const [, name, year] = new RegExp(`^${monthPattern}(?: (\\d{4}))?$`).exec(words) ?? [];
  if (!name) return null;
  const month = months.indexOf(name) + 1;
  const title = new Temporal.PlainDate(2000, month, 1).toLocaleString('en-GB', { month: 'long' });
  return from(Number(year ?? 0), month, 1, today, title);
}

/** So many months from one on; without a year those that have begun last. */
function from(year: number, month: number, many: number, today: Temporal.PlainDate, title: string): Period {
  const begun = new Temporal.PlainDate(today.year, month, 1);
  const first =
    year > 0
      ? new Temporal.PlainDate(year, month, 1)
      : Temporal.PlainDate.compare(begun, today) > 0
        ? begun.subtract({ years: 1 })
        : begun;
  return { ...period(first, first.add({ months: many })), words: `${title} ${first.year}` };
}

function betweenOf(words: string, today: Temporal.PlainDate): Period | null {
  const [, since] = /^since (.+)$/.exec(words) ?? [];
  const [, begins, ends] = /^(?:from )?(.+?) (?:to|until|till|-) (.+)$/.exec(words) ?? [];
  const first = dayOf(since ?? begins ?? '', today);
  const last = since ? today : dayOf(ends ?? '', today);
  if (!first || !last || Temporal.PlainDate.compare(first, last) > 0) return null;
  return {
    ...period(first, last.add({ days: 1 })),
    words: since ? `since ${said(first, today)}` : `${said(first, today)} to ${said(last, today)}`,
  };
}

function oneDay(words: string, today: Temporal.PlainDate): Period | null {
  const day = dayOf(words, today);
  if (!day) return null;
  const near = day.until(today).days;
  const title = near === 0 ? 'today' : near === 1 ? 'yesterday' : said(day, today);
  return { ...period(day, day.add({ days: 1 })), words: title };
}

function dayOf(words: string, today: Temporal.PlainDate): Temporal.PlainDate | null {
  const read = daysOf(words, today, 'past');
  if (!('days' in read)) return null;
  return read.days.find((day) => Temporal.PlainDate.compare(day, today) <= 0) ?? read.days[0] ?? null;
}

/** "1 Oct", with the year unless it is this one. */
function said(day: Temporal.PlainDate, today: Temporal.PlainDate): string {
  return day.toLocaleString('en-GB', {
    day: 'numeric',
    month: 'short',
    ...(day.year === today.year ? {} : { year: 'numeric' }),
  });
}
