import { minorDigits } from '../../core/money.ts';
import type { Group, Policy, Rule, When } from './policy-rules.ts';

const whoever: When = {
  kind: null,
  quantityAtMost: null,
  amountAtMost: null,
  dayQuantityAtMost: null,
  dayAmountAtMost: null,
  location: null,
  supplier: null,
  requesterAtLeast: null,
};
const lead: Group = { role: 'lead', department: null, people: [] };
const manager: Group = { role: 'manager', department: null, people: [] };

/** What ships; amounts in the shop's currency. Kinds that no feature asks for yet come with their feature. */
export function defaultPolicy(currency: string): Policy {
  const money = (whole: number) => String(BigInt(whole) * 10n ** BigInt(minorDigits(currency)));
  const adjustment = (name: string, when: Partial<When>, group: Group | null): Rule => ({
    name,
    when: { ...whoever, kind: 'stock.adjustment', ...when },
    stages: group ? [{ needs: 1, of: group }] : [],
    breakGlass: true,
  });
  return {
    rules: [
      adjustment('small adjustment', { dayQuantityAtMost: 5, dayAmountAtMost: money(50) }, null),
      adjustment('adjustment', { dayAmountAtMost: money(500) }, lead),
      adjustment('large adjustment', {}, manager),
    ],
    otherwise: { needs: 1, of: manager },
  };
}
