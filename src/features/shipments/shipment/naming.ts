import type { Scope } from '../../../core/runtime/database.ts';
import { numberKey } from '../../../core/text/code-key.ts';
import { ordersByNumber } from '../../orders/index.ts';
import { orderMeant, ordersSaid } from '../fold/named-rules.ts';
import { leadsOf } from '../keeping/number-store.ts';
import { seriesNaming, wordsOf } from '../keeping/said-store.ts';
import type { OrderSaid } from '../telling/model.ts';

const mostOrders = 100;

/**
 * Tracking numbers, by their keys, of the shipments that are said to bring an order, or one with its number of which nobody can
 * say which is meant.
 * @param orderId the order that is asked for; null: none with the number is known
 */
export async function numbersNaming(
  scope: Scope,
  number: string,
  orderId: string | null,
): Promise<readonly string[]> {
  const key = numberKey(number);
  if (key === '') return [];
  const series = await seriesNaming(scope, [key]);
  if (series.length === 0) return [];
  const words = await wordsOf(scope, series);
  const orders = await ordersByNumber(scope, [key], mostOrders);
  const isMeant = (said: OrderSaid) => {
    if (numberKey(said.number) !== key) return false;
    const meant = orderMeant(said, orders);
    if (typeof meant === 'object') return meant.id === orderId;
    return orderId === null || meant === 'several have it';
  };
  const naming = series.filter((id) =>
    ordersSaid(words.filter(({ seriesId }) => seriesId === id)).some(isMeant),
  );
  return naming.length > 0 ? (await leadsOf(scope, naming)).map((one) => one.key) : [];
}
