import { minorDigits } from '../../../core/text/money.ts';
import type { Group, Policy, Rule, When } from './model.ts';

export const anything: When = {
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

/** What the policy that ships speaks of; a feature that asks for one of them brings its own title. */
export const shippedKinds: readonly { readonly id: string; readonly title: string }[] = [
  { id: 'stock.adjustment', title: 'Stock adjustment' },
  { id: 'stock.count', title: 'Count variance' },
  { id: 'stock.transfer', title: 'Transfer' },
  { id: 'stock.write-off', title: 'Write-off' },
  { id: 'orders.refund', title: 'Refund' },
  { id: 'orders.bulk', title: 'Bulk order action' },
  { id: 'orders.cancel', title: 'Order cancellation' },
  { id: 'purchasing.order', title: 'Purchase order' },
  { id: 'prices.change', title: 'Price change' },
];

/**
 * The policy of a shop that has none of its own; amounts in its currency. A rule knows no percentages, no cover and no
 * stage of an order: what depends on them is decided by the feature before it asks. What is asked freely, and whatever
 * else comes, is for a manager.
 */
export function defaultPolicy(currency: string): Policy {
  const money = (whole: number) => String(BigInt(whole) * 10n ** BigInt(minorDigits(currency)));
  const inEmergency = (name: string, kind: string, when: Partial<When>, of?: Group) =>
    rule(name, { kind, ...when }, of, 1, true);
  const always = (name: string, kind: string, when: Partial<When>, of?: Group, needs = 1) =>
    rule(name, { kind, ...when }, of, needs, false);
  return {
    rules: [
      inEmergency('small adjustment', 'stock.adjustment', {
        dayQuantityAtMost: 5,
        dayAmountAtMost: money(50),
      }),
      inEmergency('adjustment', 'stock.adjustment', { dayAmountAtMost: money(500) }, lead),
      inEmergency('large adjustment', 'stock.adjustment', {}, manager),
      // Lines within 2 % and 100 are booked, those beyond 5 % or 250 counted again: this is for the net of a session.
      inEmergency('count variance', 'stock.count', { amountAtMost: money(1_000) }, lead),
      inEmergency('large count variance', 'stock.count', {}, manager),
      // Whoever asks says no amount where the source would fall under 7 days' cover: what is unknown is within no bound.
      inEmergency('transfer', 'stock.transfer', { dayAmountAtMost: money(2_000) }),
      inEmergency('large transfer, or one from low cover', 'stock.transfer', {}, lead),
      inEmergency('write-off', 'stock.write-off', { dayAmountAtMost: money(500) }, lead),
      inEmergency('large write-off', 'stock.write-off', {}, manager),
      always('small refund', 'orders.refund', { amountAtMost: money(50), dayAmountAtMost: money(150) }),
      always('refund', 'orders.refund', { dayAmountAtMost: money(250) }, lead),
      always('large refund', 'orders.refund', {}, manager),
      inEmergency('bulk action on few orders', 'orders.bulk', { quantityAtMost: 50 }),
      inEmergency('bulk action', 'orders.bulk', {}, lead),
      // It is asked for once the order is packed.
      inEmergency('cancellation of a packed order', 'orders.cancel', {}, lead),
      always('small purchase order', 'purchasing.order', { dayAmountAtMost: money(1_000) }),
      always('purchase order', 'purchasing.order', { dayAmountAtMost: money(5_000) }, lead),
      always('large purchase order', 'purchasing.order', { dayAmountAtMost: money(25_000) }, manager),
      always('very large purchase order', 'purchasing.order', {}, manager, 2),
      // It is asked for beyond 10 % up or down, and under the margin floor.
      always('price change', 'prices.change', {}, manager),
    ],
    otherwise: { needs: 1, of: manager },
  };
}

/** Without a group nobody has to say yes. */
function rule(
  name: string,
  when: Partial<When>,
  of: Group | undefined,
  needs: number,
  breakGlass: boolean,
): Rule {
  return { name, when: { ...anything, ...when }, stages: of ? [{ needs, of }] : [], breakGlass };
}
