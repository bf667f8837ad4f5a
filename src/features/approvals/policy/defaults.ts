import { minorDigits } from '../../../core/text/money.ts';
import type { ShippedRule } from '../../../core/tokens/approval.ts';
import type { Conditions, Policy, Rule } from './model.ts';

export const anything: Conditions = {
  kind: null,
  quantityAtMost: null,
  amountAtMost: null,
  dayQuantityAtMost: null,
  dayAmountAtMost: null,
  location: null,
  supplier: null,
  requesterAtLeast: null,
};

/** A kind of approval with its default rules. */
export interface ShippedKind {
  readonly id: string;
  readonly title: string;
  readonly rules: readonly ShippedRule[];
}

/**
 * The policy of a shop that has saved none: the default rules of every kind, and a manager for anything else. Rules
 * know no percentages, no cover and no order stages: a kind decides by those itself (`needsNoYes`).
 */
export function shippedPolicy(kinds: readonly ShippedKind[], currency: string): Policy {
  return {
    rules: kinds.flatMap(({ id, rules }) => rules.map((rule) => ruleOf(id, rule, currency))),
    otherwise: { needs: 1, of: { role: 'manager', department: null, people: [] } },
  };
}

function ruleOf(kind: string, shipped: ShippedRule, currency: string): Rule {
  const money = (whole: number | undefined) =>
    whole === undefined ? null : String(BigInt(whole) * 10n ** BigInt(minorDigits(currency)));
  const { name, by, breakGlass, directly } = shipped;
  return {
    name,
    when: {
      ...anything,
      kind,
      quantityAtMost: shipped.quantityAtMost ?? null,
      dayQuantityAtMost: shipped.dayQuantityAtMost ?? null,
      amountAtMost: money(shipped.amountAtMost),
      dayAmountAtMost: money(shipped.dayAmountAtMost),
    },
    stages: by ? [{ needs: by.needs, of: { role: by.role, department: null, people: [] } }] : [],
    breakGlass,
    ...(directly && { directly }),
  };
}
