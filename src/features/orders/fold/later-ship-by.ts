import { Temporal } from 'temporal-polyfill';
import { eraOn, type WorkingCalendar } from '../../../core/time/calendar.ts';
import { dayAt, instantAt } from '../../../core/time/wall-clock.ts';
import type { CutOff } from './input-model.ts';
import type { FoldedPromise, ShipBy } from './model.ts';
import { mostDaysAhead, workingDaysBefore, workingDaysTo } from './working-days.ts';

/**
 * When an order has to go once one of us has promised the customer a later day: with the last truck that keeps it. A
 * ship-by of the channel stays, and so does one where nobody knows how long a parcel is on its way.
 * @param days working days on its way by a rule; null: those that the first promise left, of a channel or of a rule that
 * has ended since
 */
export function laterShipBy(
  ship: ShipBy,
  {
    promises,
    days,
    calendar,
    next,
  }: {
    readonly promises: readonly FoldedPromise[];
    readonly days: number | null;
    readonly calendar: WorkingCalendar;
    readonly next: (at: Date) => CutOff | null;
  },
): ShipBy {
  const [first, last] = [promises[0], promises.at(-1)];
  const { shipBy, shipDay } = ship;
  if (ship.shipBySource !== 'rule' || !shipBy || !shipDay || last?.source !== 'person') return ship;
  const left = first && first.source !== 'person' ? workingDaysTo(shipDay, dayOf(first), calendar) : null;
  const onWay = days ?? left;
  const latestDay = onWay === null ? null : workingDaysBefore(dayOf(last), onWay, calendar);
  // From the last day that keeps it back to the one on which it should have gone at first, a year at most: whoever promised
  // the year 2100 may have no truck by then.
  let day = latestDay;
  for (let back = 0; day !== null && day >= shipDay && back <= mostDaysAhead; back += 1) {
    const truck = lastOn(day, calendar, next);
    // The day stays: whether it went on time is judged by when it should have gone at first.
    if (truck) return truck > shipBy ? { ...ship, shipBy: truck, shipBySource: 'promise' } : ship;
    day = dayBefore(day);
  }
  return ship;
}

/** The last cut-off of a day; null: no truck comes on it. */
function lastOn(day: string, calendar: WorkingCalendar, next: (at: Date) => CutOff | null): Date | null {
  let last: Date | null = null;
  const { timeZone } = eraOn(calendar, day);
  let truck = next(instantAt(timeZone, Temporal.PlainDate.from(day).toPlainDateTime()));
  while (truck?.day === day) {
    last = truck.cutOffAt;
    truck = next(new Date(last.getTime() + 1));
  }
  return last;
}

/** Its last day, on the clocks of the customer. */
function dayOf({ on, until, zone }: FoldedPromise): string {
  return on ?? dayAt(zone, until).toString();
}

function dayBefore(day: string): string {
  return Temporal.PlainDate.from(day).subtract({ days: 1 }).toString();
}
