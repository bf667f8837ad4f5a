import { cleanName } from '../../../core/text/clean.ts';
import { exactMinor } from '../../../core/text/exact-json.ts';
import { failed, type Meaning, type SaidProduct, type SkuRef } from '../meaning/meaning.ts';
import type { ShopifyProduct } from './products-model.ts';

const longestCode = 100;
const longestTitle = 250;
/** What Shopify calls the only variant of a product that has none. */
const onlyVariant = 'Default Title';

/** A SKU for each variant. `currency`: of its prices, which name none. */
export function productsOf(body: ShopifyProduct, currency: string): Meaning {
  const products: SaidProduct[] = [];
  for (const variant of body.variants) {
    const minor = exactMinor(variant.price, currency);
    if (minor === null || minor < 0n)
      return failed(`the price of variant ${variant.id} is no amount of ${currency}`);
    const option = variant.title && variant.title !== onlyVariant ? ` – ${variant.title}` : '';
    const item = variant.inventory_item_id;
    const refs: readonly SkuRef[] = [
      { kind: 'sku', externalId: variant.id },
      ...(item ? [{ kind: 'inventory_item' as const, externalId: item }] : []),
    ];
    products.push({
      refs,
      product: {
        code: cleanName(variant.sku ?? '', longestCode) || `variant ${variant.id}`,
        title: cleanName(`${body.title}${option}`, longestTitle) || null,
        barcode: cleanName(variant.barcode ?? '', longestCode) || null,
        category: cleanName(body.product_type ?? '') || null,
        supplier: cleanName(body.vendor ?? '') || null,
        price: { minor, currency },
        listed: body.status == null ? null : body.status === 'active',
        versionAt: body.updated_at,
      },
    });
  }
  return { is: 'products', products };
}
