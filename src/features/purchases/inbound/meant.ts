import { z } from 'zod';
import { query } from '../../../core/runtime/operation.ts';
import { channelKey, codeKey } from '../../../core/text/code-key.ts';
import { freshnessOf } from '../../feeds/index.ts';
import { skusByCode } from '../../stock/index.ts';
import { poKey, supplierKey } from '../line/po-key.ts';
import { readPurchases } from '../permissions.ts';
import { everything, type Meant } from './model.ts';
import { ordersNumbered, suppliersLike } from './store.ts';

const mostSuppliers = 5;

/** What words after `/shipment inbound` mean: an order by its number, a SKU by its code, else a supplier by a part of its name. */
export const inboundMeant = query({
  name: 'purchases.meant',
  permission: readPurchases,
  input: z.object({ text: z.string().max(200) }),
  async run({ scope }, { text }): Promise<Meant> {
    const words = text.trim();
    if (words === '') return { filter: everything };
    if (/^(overdue|late)$/i.test(words)) return { filter: { ...everything, show: 'overdue' } };
    if (/^(data )?faults?$/i.test(words)) return { filter: { ...everything, show: 'faults' } };
    const [order] = await ordersNumbered(scope, poKey(words), 1);
    if (order) return { filter: { show: 'all', by: 'order', of: order.id } };
    const key = codeKey(words);
    const sku = (await skusByCode(scope, [{ channel: channelKey(''), codeKey: key }])).values().next().value;
    if (sku) return { filter: { show: 'open', by: 'sku', of: sku } };
    const found = await suppliersLike(scope, supplierKey(words), mostSuppliers + 1);
    const [first] = found;
    if (first && (found.length === 1 || first.key === supplierKey(words)))
      return { filter: { show: 'open', by: 'supplier', of: first.line } };
    return {
      asked: words,
      suppliers: found.slice(0, mostSuppliers).map(({ key: _, ...one }) => one),
      more: found.length > mostSuppliers,
      heard: await freshnessOf(scope, 'purchases'),
    };
  },
});
