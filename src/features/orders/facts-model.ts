import { defineFacts, type FactChange } from '../../core/tokens/fact.ts';
import type { StoredLine, StoredOrder } from './rules.ts';

export const orderFacts = defineFacts({ id: 'order', tables: { order: 'id', order_line: 'order_id' } });

/** That these orders changed, and those of these lines. */
export function factsOf(
  orders: readonly Pick<StoredOrder, 'id'>[],
  lines: readonly Pick<StoredLine, 'orderId'>[],
): readonly FactChange[] {
  return orderFacts.changed([...orders.map(({ id }) => id), ...lines.map(({ orderId }) => orderId)]);
}
