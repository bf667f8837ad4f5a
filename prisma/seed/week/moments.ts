import { addWorkingHours } from '../../../src/core/time/calendar.ts';
import { dayAt } from '../../../src/core/time/wall-clock.ts';
import type { Shop } from '../../../src/features/orders/fold/input-model.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/** Longer than a weekend with holidays on both sides. */
const daysBack = 12;

/**
 * Moments of a location that mean the same at any hour of any day of the week: on a Sunday the last truck is Friday's, and
 * two worked hours ago is Friday afternoon.
 */
export interface Moments {
  /** So many hours of clock before now, or after it. */
  ago(hours: number): Date;
  ahead(hours: number): Date;
  /** The full hour before that, as channels set them. */
  hourAgo(hours: number): Date;
  /** So many minutes ago, but since the last cut-off: what reached anything then still makes the next truck. */
  fresh(minutes: number): Date;
  /** The latest moment since which people there have worked so many hours. */
  worked(hours: number): Date;
  /** The next cut-off and the one after it; of a location that nobody collects from, in 30 and 54 hours. */
  readonly next: Date;
  readonly after: Date;
  /** So many minutes before the cut-off of a truck that has surely gone: 1 is the last one. */
  beforeTruck(which: number, minutes: number): Date;
}

export function momentsOf(shop: Shop, locationId: string, morning: Date): Moments {
  const now = new Date(Math.floor(morning.getTime() / minuteMs) * minuteMs);
  const ahead = (hours: number) => new Date(now.getTime() + hours * hourMs);
  const ago = (hours: number) => ahead(-hours);
  const cutOffAfter = (at: Date) => shop.nextCutOff(locationId, null, at);
  let past = ago(daysBack * 24);
  const gone: Date[] = [];
  for (let one = cutOffAfter(past); one && one.cutOffAt < now; one = cutOffAfter(later(one.cutOffAt))) {
    past = one.cutOffAt;
    if (one.lateUntil <= now) gone.unshift(one.cutOffAt);
  }
  const next = cutOffAfter(now)?.cutOffAt;
  const after = next && cutOffAfter(later(next))?.cutOffAt;
  const halfway = new Date((past.getTime() + now.getTime()) / 2);
  const calendar = shop.calendarOf(locationId);
  return {
    ago,
    ahead,
    hourAgo: (hours) => new Date(Math.floor(ago(hours).getTime() / hourMs) * hourMs),
    fresh: (minutes) => new Date(Math.max(now.getTime() - minutes * minuteMs, halfway.getTime())),
    worked(hours) {
      for (let back = hours; back < daysBack * 24; back += 0.5)
        if (addWorkingHours(ago(back), hours, calendar) <= now) return ago(back);
      throw new Error(`Nobody has worked ${hours} hours in ${daysBack} days.`);
    },
    next: next ?? ahead(30),
    after: after ?? ahead(54),
    beforeTruck(which, minutes) {
      const truck = gone[which - 1];
      if (!truck) throw new Error(`Fewer than ${which} trucks came in ${daysBack} days.`);
      return new Date(truck.getTime() - minutes * minuteMs);
    },
  };
}

const later = (at: Date) => new Date(at.getTime() + 1);

/** The day at the location, such as 2026-03-02; of a Sunday, when nothing is delivered, the day on that side of it. */
export function deliveryDay(timeZone: string, at: Date, side: -1 | 1): string {
  const day = dayAt(timeZone, at);
  return (day.dayOfWeek === 7 ? day.add({ days: side }) : day).toString();
}

/** So many hours after a moment. */
export function hoursAfter(at: Date, hours: number): Date {
  return new Date(at.getTime() + hours * hourMs);
}
