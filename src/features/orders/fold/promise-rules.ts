import { Temporal } from 'temporal-polyfill';
import { openOn, type WorkingCalendar } from '../../../core/time/calendar.ts';
import { endOfDay } from '../../../core/time/wall-clock.ts';
import type { Kept } from '../telling/hash.ts';
import type { PromiseSaid } from '../telling/said.ts';
import type { PromiseRule } from './input-model.ts';
import type { FoldedPromise } from './model.ts';

type Promised = Omit<FoldedPromise, 'ordinal'>;

/** What the customer was told, by when they were told it; what is only said again is no new promise. */
export function toldPromises(statements: readonly Kept[], zone: string): readonly FoldedPromise[] {
  return inTurn(
    statements.flatMap(({ source, promises = [] }) =>
      promises.map((said) => promised(said, zone, source.startsWith('person') ? 'person' : 'channel')),
    ),
  );
}

function inTurn(promises: readonly Promised[]): readonly FoldedPromise[] {
  const key = (one: Promised) =>
    [one.toldAt, one.until].map((at) => at.toISOString()).join(' ') +
    [one.kind, one.source, one.by].join(' ');
  const sorted = promises.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
  return sorted
    .filter((one, n) => {
      const before = sorted[n - 1];
      return before?.kind !== one.kind || before.until.getTime() !== one.until.getTime();
    })
    .map((one, n) => ({ ordinal: n + 1, ...one }));
}

function promised(said: PromiseSaid, zone: string, source: Promised['source']): Promised {
  const { toldAt, by = null } = said;
  return said.kind === 'date'
    ? { kind: 'date', on: said.on, at: null, zone, until: endOfDay(zone, said.on), toldAt, source, by }
    : { kind: 'instant', on: null, at: said.at, zone, until: said.at, toldAt, source, by };
}

/** Whether something was delivered as was promised. `kind`: date or instant. */
export function isKept(
  { kind, until }: { readonly kind: string; readonly until: Date },
  deliveredAt: Date,
): boolean {
  return kind === 'date' ? deliveredAt < until : deliveredAt <= until;
}

/**
 * What the shop's rules promise, from the day that an order goes: at first as if nothing would hold it, then, where holds
 * move that day, again when the last of them ends.
 */
export function rulePromises({
  days,
  rule,
  calendar,
  zone,
}: {
  readonly days: readonly { readonly shipDay: string; readonly toldAt: Date }[];
  readonly rule: PromiseRule;
  readonly calendar: WorkingCalendar;
  readonly zone: string;
}): readonly FoldedPromise[] {
  return inTurn(
    days.flatMap(({ shipDay, toldAt }) => {
      const on = workingDaysAfter(shipDay, rule.handlingDays + rule.transitDays, calendar);
      return on === null ? [] : [{ ...promised({ kind: 'date', on, toldAt }, zone, 'rule') }];
    }),
  );
}

/** The rule that names most of what the order is; of those the latest. */
export function ruleFor(
  rules: readonly PromiseRule[],
  order: { readonly channel: string; readonly serviceId: string | null; readonly country: string | null },
  day: string,
): PromiseRule | null {
  const names = ({ channel, serviceId, country }: PromiseRule) =>
    [channel, serviceId, country].filter((one) => one !== null).length;
  const key = (rule: PromiseRule) => `${names(rule)} ${rule.validFrom} ${rule.id}`;
  const fitting = rules.filter(
    (rule) =>
      rule.validFrom <= day &&
      (rule.validTo === null || day <= rule.validTo) &&
      (rule.channel ?? order.channel) === order.channel &&
      (rule.serviceId ?? order.serviceId) === order.serviceId &&
      (rule.country ?? order.country) === order.country,
  );
  return fitting.toSorted((a, b) => (key(a) < key(b) ? 1 : -1))[0] ?? null;
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
