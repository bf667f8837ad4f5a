import { Temporal } from 'temporal-polyfill';
import type { PromiseRule } from '../fold/input-model.ts';
import { type StandingRule, scopeKey } from './model.ts';

/** What a new rule does to those that are there. */
export type Succession =
  | { readonly is: 'written'; readonly before: PromiseRule | null; readonly rules: readonly PromiseRule[] }
  | { readonly is: 'same'; readonly rule: PromiseRule }
  | { readonly is: 'later one there'; readonly from: string };

/**
 * Adds a rule: the one that was in force for the same orders ends on the day before, one that begins on the same day is
 * corrected.
 */
export function succeeds(all: readonly PromiseRule[], rule: PromiseRule): Succession {
  const rivals = all.filter((one) => scopeKey(one) === scopeKey(rule));
  const later = rivals
    .filter(({ validFrom }) => validFrom > rule.validFrom)
    .toSorted((a, b) => (a.validFrom < b.validFrom ? -1 : 1))[0];
  if (later) return { is: 'later one there', from: later.validFrom };
  const sameDay = rivals.find(({ validFrom }) => validFrom === rule.validFrom);
  if (sameDay) {
    const after = { ...rule, id: sameDay.id };
    return isSame(sameDay, after)
      ? { is: 'same', rule: sameDay }
      : { is: 'written', before: sameDay, rules: [after] };
  }
  const standing = rivals.find(({ validTo }) => validTo === null || validTo >= rule.validFrom) ?? null;
  if (standing && standing.validTo === null && hasSameDays(standing, rule))
    return { is: 'same', rule: standing };
  const ended = standing ? [{ ...standing, validTo: dayBefore(rule.validFrom) }] : [];
  return { is: 'written', before: standing, rules: [...ended, rule] };
}

/** The rule that a coming one has ended, going on as if that one had never been; null: it has ended none. */
export function revived(all: readonly PromiseRule[], takenBack: PromiseRule): PromiseRule | null {
  const last = dayBefore(takenBack.validFrom);
  const before = all.find((one) => scopeKey(one) === scopeKey(takenBack) && one.validTo === last);
  return before ? { ...before, validTo: null } : null;
}

export function isSame(a: PromiseRule, b: PromiseRule): boolean {
  return hasSameDays(a, b) && a.validFrom === b.validFrom && a.validTo === b.validTo;
}

function hasSameDays(a: PromiseRule, b: PromiseRule): boolean {
  return a.handlingDays === b.handlingDays && a.transitDays === b.transitDays;
}

/** `today`: of the business. */
export function stateOf({ validFrom, validTo }: PromiseRule, today: string): StandingRule['state'] {
  if (validTo !== null && validTo < today) return 'ended';
  return validFrom > today ? 'to come' : 'in force';
}

function dayBefore(day: string): string {
  return Temporal.PlainDate.from(day).subtract({ days: 1 }).toString();
}
