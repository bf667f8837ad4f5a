import { Temporal } from 'temporal-polyfill';
import type { Days } from './model.ts';
import { allDays, yearBefore } from './period.ts';
import type { Versus } from './shapes.ts';

const week = 7;
/** So many days or more are a month to whoever says "last month". */
const aboutAMonth = 28;
/** Months, quarters and years, in months. */
const calendarUnits = [1, 3, 12] as const;

/** The days that a figure of some days is held against. Null: before all days there are none. `today`: of the business. */
export function daysAgainst(days: Days, versus: Versus, today: string): Days | null {
  if (days.from === allDays.from) return null;
  if (versus === 'last year') return yearBefore(days);
  const many = lengthOf(days);
  if (versus === 'last week' && many <= week) return shifted(days, { days: week });
  if (versus === 'last month' && many < aboutAMonth) return shifted(days, { months: 1 });
  return daysBefore(days, today);
}

/**
 * As many days just before; of calendar months as many months. Of a week, month, quarter or year that is not over the same days
 * of the one before: a Tuesday is held against a Tuesday, and the first of a month against a first.
 */
function daysBefore(days: Days, today: string): Days {
  const [first, end] = [Temporal.PlainDate.from(days.from), Temporal.PlainDate.from(days.to)];
  const inMonths = monthsIn(days);
  if (inMonths > 0) return { from: first.subtract({ months: inMonths }).toString(), to: days.from };
  if (days.to > today) {
    const many = lengthOf(days);
    // One day alone is no week that has begun.
    if (first.dayOfWeek === 1 && many > 1 && many <= week) return shifted(days, { days: week });
    const unit = calendarUnits.find(
      (months) =>
        first.day === 1 &&
        (first.month - 1) % months === 0 &&
        many > 1 &&
        Temporal.PlainDate.compare(end, first.add({ months })) <= 0,
    );
    if (unit !== undefined) return shifted(days, { months: unit });
  }
  return { from: first.subtract(first.until(end)).toString(), to: days.from };
}

/** "the 30 days before", "the month before", "the same days of the week before": which days exactly. */
export function beforeWords(days: Days, before: Days): string {
  const first = Temporal.PlainDate.from(days.from);
  const isSame = (other: Days) => other.from === before.from && other.to === before.to;
  if (isSame(yearBefore(days) ?? days)) return 'the year before';
  const many = lengthOf(days);
  if (before.to === days.from) {
    const months = monthsIn(before);
    if (months > 0) return months === 1 ? 'the month before' : `the ${months} months before`;
    return many === 1 ? 'the day before' : `the ${many} days before`;
  }
  const same = many === 1 ? 'the same day' : 'the same days';
  const gap = Temporal.PlainDate.from(before.from).until(first, { largestUnit: 'months' });
  if (gap.months === 0) return `${same} of the week before`;
  return `${same} of the ${gap.months === 3 ? 'quarter' : 'month'} before`;
}

function lengthOf({ from, to }: Days): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to)).days;
}

/** How many calendar months these days are; 0: they are none. */
function monthsIn({ from, to }: Days): number {
  const [first, end] = [Temporal.PlainDate.from(from), Temporal.PlainDate.from(to)];
  return first.day === 1 && end.day === 1 ? first.until(end, { largestUnit: 'months' }).months : 0;
}

/** The first and the last of them so much earlier: 31 March a month before is the last of February. */
function shifted({ from, to }: Days, by: { readonly days: number } | { readonly months: number }): Days {
  const last = Temporal.PlainDate.from(to).subtract({ days: 1 });
  return {
    from: Temporal.PlainDate.from(from).subtract(by).toString(),
    to: last.subtract(by).add({ days: 1 }).toString(),
  };
}
