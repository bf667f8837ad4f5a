import { Temporal } from 'temporal-polyfill';
import { openOn, type WorkingCalendar, zoneAt } from '../../../core/time/calendar.ts';
import { dayAt } from '../../../core/time/wall-clock.ts';
import { hashOf } from '../telling/hash.ts';
import type { Span } from './hold-rules.ts';
import type { Shop } from './input-model.ts';
import type { FoldedHeader, FoldedPromise } from './model.ts';
import { type Promised, promised, ruleFor } from './promise-rules.ts';

/** What a rule goes by. */
interface Bought {
  readonly header: FoldedHeader;
  readonly paidAt: Date | null;
  readonly zone: string;
  /** Apart from each other, the earliest first. */
  readonly spans: readonly Span[];
  /** The day on which it goes, held for so long; null: nobody knows. */
  shipDayWith(held: readonly Span[]): string | null;
}

/**
 * What the shop's rules promise, from the day that an order goes: at first as if nothing would hold it, then, where a hold
 * moves that day, again when it ends. What was promised before stays as it is while the same is bought and held: days off,
 * trucks and rules that are set later move nothing that a customer was told.
 * @param before the promises as they are stored
 */
export function promisesByRule(
  bought: Bought,
  shop: Shop,
  before: readonly FoldedPromise[],
): readonly Promised[] {
  const kept = new Map(
    before.flatMap(({ on, toldAt, madeOf }) =>
      on ? madeOf.map((made) => [made, { on, toldAt }] as const) : [],
    ),
  );
  if (shop.promiseRules.length === 0 && kept.size === 0) return [];
  const { header, paidAt, zone } = bought;
  const { channel, serviceId, shipCountry, locationId, placedAt, shipBy } = header;
  const calendar = shop.calendarOf(locationId);
  const first = paidAt ?? placedAt;
  const day = dayAt(zoneAt(first, calendar), first).toString();
  const rule = ruleFor(shop.promiseRules, { channel, serviceId, country: shipCountry }, day);
  // Only what was said of the order, nothing that is set: so it is the same in any order of arrival.
  const order = [channel, serviceId, shipCountry, locationId, shipBy, first, paidAt, zone];
  const ended = bought.spans.filter(({ until }) => until !== null);
  return [null, ...ended].flatMap((_, count) => {
    const held = ended.slice(0, count);
    const made = hashOf([order, held.map(({ from, until }) => [from, until])]);
    const shipDay = bought.shipDayWith(held);
    const days = rule && rule.handlingDays + rule.transitDays;
    const on = shipDay === null || days === null ? null : workingDaysAfter(shipDay, days, calendar);
    const told = kept.get(made) ?? (on === null ? null : { on, toldAt: held.at(-1)?.until ?? first });
    return told ? [{ ...promised({ kind: 'date', ...told }, zone, 'rule'), madeOf: [made] }] : [];
  });
}

const mostDaysAhead = 400;

/** Null: nobody works on so many days within a year. */
function workingDaysAfter(day: string, days: number, calendar: WorkingCalendar): string | null {
  let left = days;
  let date = Temporal.PlainDate.from(day);
  for (let ahead = 0; left > 0; ahead += 1) {
    if (ahead > mostDaysAhead) return null;
    date = date.add({ days: 1 });
    if (openOn(date.toString(), calendar) !== null) left -= 1;
  }
  return date.toString();
}
