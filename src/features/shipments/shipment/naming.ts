import type { Scope } from '../../../core/runtime/database.ts';
import { numberKey } from '../../../core/text/code-key.ts';
import { ordersByNumber } from '../../orders/index.ts';
import { orderMeant, ordersSaid } from '../fold/named-rules.ts';
import { leadsOf } from '../keeping/number-store.ts';
import { seriesNaming, wordsOf } from '../keeping/said-store.ts';

const mostOrders = 100;

/** Tracking numbers, by their keys, of the shipments that are said to bring an order. */
export async function numbersNaming(
  scope: Scope,
  order: { readonly id: string; readonly number: string },
): Promise<readonly string[]> {
  const key = numberKey(order.number);
  const series = await seriesNaming(scope, [key]);
  if (series.length === 0) return [];
  const words = await wordsOf(scope, series);
  const orders = await ordersByNumber(scope, [key], mostOrders);
  const naming = series.filter((id) =>
    ordersSaid(words.filter(({ seriesId }) => seriesId === id)).some((said) => {
      const meant = orderMeant(said, orders);
      return typeof meant === 'object' && meant.id === order.id;
    }),
  );
  return naming.length > 0 ? (await leadsOf(scope, naming)).map((one) => one.key) : [];
}
