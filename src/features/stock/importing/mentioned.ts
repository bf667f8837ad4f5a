import { type ImportFault, type ImportRow, textOf } from '../../../core/tokens/import-row.ts';
import { readAliases, type SaidAlias } from './alias-rules.ts';
import { mergeProduct, type Product, productOf } from './product-rules.ts';

/** What rows say of one code: all of them make one product, and each column takes its first value. */
export interface Mentioned {
  readonly line: number;
  readonly product: Product;
  readonly aliases: readonly SaidAlias[];
  /** Of the row that the product has its currency from. */
  readonly currencyLine: number;
  /** The first row in another currency than the product's first amounts. */
  readonly otherCurrency: { readonly line: number; readonly currency: string } | null;
}

export function mentionedBy(row: ImportRow): Mentioned {
  const { aliases } = readAliases(textOf(row, 'aliases') ?? '');
  return { line: row.line, product: productOf(row), aliases, currencyLine: row.line, otherCurrency: null };
}

export function together(earlier: Mentioned | undefined, later: Mentioned): Mentioned {
  if (!earlier) return later;
  const { code, currency } = earlier.product;
  const differs = currency && later.product.currency && currency !== later.product.currency;
  const other = differs ? { line: later.currencyLine, currency: later.product.currency } : null;
  return {
    line: earlier.line,
    product: { ...mergeProduct(later.product, earlier.product), code },
    aliases: [...earlier.aliases, ...later.aliases],
    currencyLine: currency ? earlier.currencyLine : later.currencyLine,
    otherCurrency: earlier.otherCurrency ?? other ?? later.otherCurrency,
  };
}

export function currenciesFault(row: ImportRow, found: Mentioned | undefined): ImportFault | null {
  if (!found?.otherCurrency) return null;
  const { currencyLine, product, otherCurrency } = found;
  return {
    line: row.line,
    column: 'currency',
    value: textOf(row, 'currency') ?? '',
    reason: `is unclear: ${product.code} is in ${product.currency} in line ${currencyLine} and in ${otherCurrency.currency} in line ${otherCurrency.line}`,
  };
}
