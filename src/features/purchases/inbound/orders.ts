import { z } from 'zod';
import { query } from '../../../core/runtime/operation.ts';
import { poKey } from '../line/po-key.ts';
import { orderName } from '../line/receipt-rules.ts';
import { readPurchases } from '../permissions.ts';
import { ordersNumbered, ordersOfLines } from './store.ts';

const longestText = 100;

/** Purchase orders with a number, however it is written; each is known by the id of one of its lines. */
export const findOrders = query({
  name: 'purchases.find',
  permission: readPurchases,
  input: z.object({ text: z.string(), limit: z.int() }),
  async run({ scope }, { text, limit }) {
    const key = poKey(text);
    if (key === '' || key.length > longestText) return [];
    return (await ordersNumbered(scope, key, limit)).map((one) => ({ ...one, name: orderName(one) }));
  },
});

/** The orders of these lines; those that no longer exist are left out. */
export const getOrderNames = query({
  name: 'purchases.names',
  permission: readPurchases,
  input: z.object({ ids: z.array(z.uuid()).max(100) }),
  async run({ scope }, { ids }) {
    return (await ordersOfLines(scope, ids)).map((one) => ({ ...one, name: orderName(one) }));
  },
});
