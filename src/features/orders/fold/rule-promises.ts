import { hashOf } from '../../../core/text/content-hash.ts';
import type { WorkingCalendar } from '../../../core/time/calendar.ts';
import type { Span } from './hold-rules.ts';
import type { PromiseRule } from './input-model.ts';
import type { FoldedHeader, FoldedPromise } from './model.ts';
import { daysOf, type Promised, promised } from './promise-rules.ts';
import { workingDaysAfter } from './working-days.ts';

/** What a rule goes by. */
interface Bought {
  readonly header: FoldedHeader;
  readonly paidAt: Date | null;
  readonly zone: string;
  /** Apart from each other, the earliest first. */
  readonly spans: readonly Span[];
  /** How long it is on its way; null: no rule is for it. */
  readonly rule: PromiseRule | null;
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
  calendar: WorkingCalendar,
  before: readonly FoldedPromise[],
): readonly Promised[] {
  // Two that promised one day are stored as one: each has its own moment still.
  const kept = new Map(
    before.flatMap(({ on, madeOf }) => (on ? madeOf.map((made) => [made, on] as const) : [])),
  );
  const { header, paidAt, zone, rule } = bought;
  if (rule === null && kept.size === 0) return [];
  const { channel, serviceId, shipCountry, shipRegion, locationId, placedAt, shipBy } = header;
  const first = paidAt ?? placedAt;
  // Only what was said of the order, nothing that is set: so it is the same in any order of arrival.
  const order = [channel, serviceId, shipCountry, shipRegion, locationId, shipBy, first, paidAt];
  const ended = bought.spans.filter(({ until }) => until !== null);
  return [null, ...ended].flatMap((_, count) => {
    const held = ended.slice(0, count);
    const made = hashOf([order, held.map(({ from, until }) => [from, until])]);
    const shipDay = bought.shipDayWith(held);
    const days = rule && daysOf(rule);
    const now = shipDay === null || days === null ? null : workingDaysAfter(shipDay, days, calendar);
    const on = kept.get(made) ?? now;
    const toldAt = held.at(-1)?.until ?? first;
    return on ? [{ ...promised({ kind: 'date', on, toldAt }, zone, 'rule'), madeOf: [made] }] : [];
  });
}
