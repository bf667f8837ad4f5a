import { endOfDay } from '../../../core/time/wall-clock.ts';

import type { Kept } from '../telling/hash.ts';
import type { PromiseSaid } from '../telling/said.ts';
import type { PromiseRule } from './input-model.ts';
import type { FoldedPromise } from './model.ts';

export type Promised = Omit<FoldedPromise, 'ordinal'>;

/** In the order in which the customer was told, numbered; what is only said again is no new promise. */
export function numbered(promises: readonly Promised[]): readonly FoldedPromise[] {
  const key = (one: Promised) =>
    [one.toldAt, one.until].map((at) => at.toISOString()).join(' ') +
    [one.kind, one.source, one.by].join(' ');
  const apart: Promised[] = [];
  for (const one of promises.toSorted((a, b) => (key(a) < key(b) ? -1 : 1))) {
    const last = apart.at(-1);
    if (last?.kind !== one.kind || last.until.getTime() !== one.until.getTime()) apart.push(one);
    else apart[apart.length - 1] = { ...last, madeOf: [...last.madeOf, ...one.madeOf] };
  }
  return apart.map((one, n) => ({ ordinal: n + 1, ...one }));
}

/** What somebody told the customer; what they took back was never told. */
export function toldPromises(statements: readonly Kept[], zone: string): readonly Promised[] {
  const said = statements.flatMap(({ source, promises = [] }) =>
    promises.map((one) => ({ source, said: one })),
  );
  const back = takenBack(statements, said);
  return said
    .filter((one) => !back.has(one))
    .map((one) => promised(one.said, zone, one.source.startsWith('person') ? 'person' : 'channel'));
}

interface SaidBy {
  readonly source: string;
  readonly said: PromiseSaid;
}

/** Each word that takes a day back is about the last promise of it before: who promised it earlier as well had told it. */
function takenBack(statements: readonly Kept[], said: readonly SaidBy[]): ReadonlySet<SaidBy> {
  const words = statements
    .flatMap(({ source, takenBack: days = [] }) => days.map((day) => ({ source, ...day })))
    .toSorted((a, b) => a.at.getTime() - b.at.getTime());
  const back = new Set<SaidBy>();
  for (const { source, on, at } of words) {
    const meant = said
      .filter((one) => one.source === source && one.said.kind === 'date' && one.said.on === on)
      .filter((one) => one.said.toldAt < at && !back.has(one))
      .toSorted((a, b) => a.said.toldAt.getTime() - b.said.toldAt.getTime())
      .at(-1);
    if (meant) back.add(meant);
  }
  return back;
}

/**
 * A channel's promise beats every rule. One of us who promises another day says so of what the rule has promised by then,
 * and no rule promises anything after that.
 */
export function toldBy(byRule: readonly Promised[], said: readonly Promised[]): readonly Promised[] {
  if (said.some(({ source }) => source !== 'person')) return said;
  return [...byRule.filter(({ toldAt }) => said.every((one) => toldAt < one.toldAt)), ...said];
}

export function promised(said: PromiseSaid, zone: string, source: Promised['source']): Promised {
  const { toldAt, by = null } = said;
  const told = { zone, toldAt, source, by, madeOf: [] };
  return said.kind === 'date'
    ? { kind: 'date', on: said.on, at: null, until: endOfDay(zone, said.on), ...told }
    : { kind: 'instant', on: null, at: said.at, until: said.at, ...told };
}

/** Whether something was delivered as was promised. `kind`: date or instant. */
export function isKept(
  { kind, until }: { readonly kind: string; readonly until: Date },
  deliveredAt: Date,
): boolean {
  return kind === 'date' ? deliveredAt < until : deliveredAt <= until;
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

/** Working days from when an order goes until it is there. */
export function daysOf({ handlingDays, transitDays }: PromiseRule): number {
  return handlingDays + transitDays;
}
