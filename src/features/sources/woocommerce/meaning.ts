import type { z } from 'zod';
import { cleanName } from '../../../core/text/clean.ts';
import { exactMinor } from '../../../core/text/exact-json.ts';
import { failed, ignored, type Meaning, readAs } from '../meaning/meaning.ts';
import type { Teller } from '../meaning/teller.ts';
import { wooOrder, wooProduct } from './model.ts';
import { plainText } from './plain-text.ts';
import { wooStatement } from './statements.ts';

const longestCode = 100;
const longestTitle = 250;
/** Their variations are products of their own. */
const parents = ['variable', 'grouped'];

/** What a delivery of WooCommerce means, by its topic and its body as `exactJson` reads it. */
export function wooMeaning(topic: string, body: unknown, teller: Teller, currency: string): Meaning {
  if (['order.created', 'order.updated', 'order.restored'].includes(topic)) {
    const read = readAs(wooOrder, body);
    if ('why' in read) return read.why;
    if (read.value.status === 'trash') return ignored('it lies in the bin of the shop');
    const told = wooStatement(read.value, teller);
    return 'reason' in told ? failed(told.reason) : { is: 'orders', statements: [told.value] };
  }
  if (['product.created', 'product.updated', 'product.restored'].includes(topic)) {
    const read = readAs(wooProduct, body);
    return 'why' in read ? read.why : productOf(read.value, currency);
  }
  return ignored(`nothing is made of ${topic}`);
}

function productOf(body: z.output<typeof wooProduct>, currency: string): Meaning {
  if (body.type && parents.includes(body.type)) return ignored('its variations tell themselves');
  const minor = body.price ? exactMinor(body.price, currency) : null;
  if (body.price && (minor === null || minor < 0n)) return failed(`its price is no amount of ${currency}`);
  const product = {
    code: cleanName(body.sku ?? '', longestCode) || `product ${body.id}`,
    title: cleanName(plainText(body.name), longestTitle) || null,
    barcode: null,
    category: null,
    supplier: null,
    price: minor === null ? null : { minor, currency },
    listed: body.status === 'publish',
    versionAt: body.date_modified_gmt,
  };
  return { is: 'products', products: [{ refs: [{ kind: 'sku', externalId: body.id }], product }] };
}
