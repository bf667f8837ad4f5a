import type { WorkingCalendar } from '../../../core/time/calendar.ts';
import { dayAt } from '../../../core/time/wall-clock.ts';
import type { CutOff } from './input-model.ts';
import type { FoldedPromise, ShipBy } from './model.ts';
import { workingDaysAfter, workingDaysTo } from './working-days.ts';

/**
 * When an order has to go once one of us has promised the customer a later day: with the last truck that keeps it. A
 * ship-by of the channel stays, and so does one where nobody knows how long a parcel is on its way.
 * @param days working days on its way by a rule; null: those that the channel's first promise left
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
  if (ship.shipBySource !== 'rule' || !ship.shipBy || !ship.shipDay || last?.source !== 'person') return ship;
  const left = first?.source === 'channel' ? workingDaysTo(ship.shipDay, dayOf(first), calendar) : null;
  const onWay = days ?? left;
  if (onWay === null) return ship;
  let latest = ship.shipBy;
  for (let truck = next(after(latest)); truck; truck = next(after(latest))) {
    const there = workingDaysAfter(truck.day, onWay, calendar);
    if (there === null || there > dayOf(last)) break;
    latest = truck.cutOffAt;
  }
  // The day stays: whether it went on time is judged by when it should have gone at first.
  return latest > ship.shipBy ? { ...ship, shipBy: latest, shipBySource: 'promise' } : ship;
}

const after = (at: Date) => new Date(at.getTime() + 1);

/** Its last day, on the clocks of the customer. */
function dayOf({ on, until, zone }: FoldedPromise): string {
  return on ?? dayAt(zone, until).toString();
}
