import { Temporal } from 'temporal-polyfill';
import type { Period } from './model.ts';

/** Whole days of the business, half-open: YYYY-MM-DD. */
export interface Days {
  readonly from: string;
  readonly to: string;
}

export interface DigestDays {
  /** What its sections are about. */
  readonly about: Days;
  /** What its figures are of: what is to come has none. */
  readonly figures: Days;
}

/**
 * The days of a digest at a moment. `today`: the day of its moment; `previous`: that of the moment before this one, null for
 * the first.
 */
export function daysOf(
  period: Period,
  { today, previous }: { readonly today: string; readonly previous: string | null },
): DigestDays {
  const day = Temporal.PlainDate.from(today);
  const both = (from: Temporal.PlainDate, to: Temporal.PlainDate): DigestDays => {
    const days = { from: from.toString(), to: to.toString() };
    return { about: days, figures: days };
  };
  const yesterday = day.subtract({ days: 1 });
  const firstOfMonth = day.with({ day: 1 });
  const monday = day.subtract({ days: day.dayOfWeek - 1 });
  switch (period) {
    case 'yesterday':
      return both(yesterday, day);
    case 'since last':
      return since(previous === null ? yesterday : Temporal.PlainDate.from(previous));
    case 'today':
      return both(day, day.add({ days: 1 }));
    case 'last 7 days':
      return both(day.subtract({ days: 7 }), day);
    case 'last week':
      return both(monday.subtract({ days: 7 }), monday);
    case 'this month':
      // On the first nothing of this month is over.
      return day.day === 1 ? lastMonth() : both(firstOfMonth, day);
    case 'last month':
      return lastMonth();
    case 'next 7 days':
      return {
        about: { from: today, to: day.add({ days: 7 }).toString() },
        figures: both(day.subtract({ days: 7 }), day).figures,
      };
  }

  function lastMonth(): DigestDays {
    return both(firstOfMonth.subtract({ months: 1 }), firstOfMonth);
  }

  /** Each day stands in one of them; a second one of a day has what there is of it. */
  function since(before: Temporal.PlainDate): DigestDays {
    return Temporal.PlainDate.compare(before, day) < 0 ? both(before, day) : both(day, day.add({ days: 1 }));
  }
}
