import { money } from '../../../core/text/money.ts';
import type { OrderCard } from './model.ts';

/** Below figures that add up orders. */
export const goodsNote = 'Amounts are of goods, without postage';

/** "€52.00 of goods": what an order is worth on the card of its parcel and wherever orders are added up. */
export function goodsWords(minor: bigint, currency: string): string {
  return `${money(minor, currency)} of goods`;
}

/** "€56.90 with postage, €52.00 of goods": what the customer pays too, where that is another amount, and why it is. */
export function worthWords({
  kind,
  totalMinor,
  valueMinor,
  currency,
  totals,
}: Pick<OrderCard, 'kind' | 'totalMinor' | 'valueMinor' | 'currency'> & {
  readonly totals: Pick<OrderCard['totals'], 'valueMinor' | 'cancelled'>;
}): string {
  const paid = totalMinor ?? totals.valueMinor;
  // A credit sends no goods.
  if (kind === 'credit') return money(paid, currency);
  const goods = goodsWords(valueMinor, currency);
  if (paid === valueMinor) return goods;
  if (totals.cancelled > 0) return `${money(paid, currency)} ordered, ${goods} not cancelled`;
  return `${money(paid, currency)} ${paid > valueMinor ? 'with postage' : 'after discounts'}, ${goods}`;
}
