import { codeKey } from '../../../core/text/code-key.ts';
import { type Amount, money } from '../../../core/text/money.ts';
import {
  booleanOf,
  type ImportFault,
  type ImportRow,
  integerOf,
  moneyOf,
  textOf,
} from '../../../core/tokens/import-row.ts';

/** A SKU as in a file or the database; null: not given or not known. */
export interface Product {
  readonly id: string;
  readonly code: string;
  readonly codeKey: string;
  readonly title: string | null;
  /** As its key: a barcode has no other spelling worth showing. */
  readonly barcode: string | null;
  readonly category: string | null;
  readonly supplier: string | null;
  readonly unitCost: Amount | null;
  readonly price: Amount | null;
  /** That of its amounts, where it has any. */
  readonly currency: string | null;
  readonly reorderPoint: number | null;
  readonly listed: boolean | null;
}

/** The product in a row, before it is known whether it is new. */
export function productOf(row: ImportRow): Product {
  const code = textOf(row, 'code') ?? '';
  const unitCost = moneyOf(row, 'unit_cost');
  const said = moneyOf(row, 'price');
  // A line given away for nothing says nothing about the price.
  const price = said?.minor === 0n ? null : said;
  return {
    id: '',
    code,
    codeKey: codeKey(code),
    title: textOf(row, 'title'),
    barcode: codeKey(textOf(row, 'barcode') ?? '') || null,
    category: textOf(row, 'category'),
    supplier: textOf(row, 'supplier'),
    unitCost,
    price,
    currency: unitCost?.currency ?? price?.currency ?? textOf(row, 'currency'),
    reorderPoint: integerOf(row, 'reorder_point'),
    listed: booleanOf(row, 'listed'),
  };
}

/** `over` where it has a value, else `under`. The id and the code's spelling stay those of `under`. */
export function mergeProduct(under: Product, over: Product): Product {
  return {
    id: under.id,
    code: under.code,
    codeKey: under.codeKey,
    title: over.title ?? under.title,
    barcode: over.barcode ?? under.barcode,
    category: over.category ?? under.category,
    supplier: over.supplier ?? under.supplier,
    unitCost: over.unitCost ?? under.unitCost,
    price: over.price ?? under.price,
    currency: over.currency ?? under.currency,
    reorderPoint: over.reorderPoint ?? under.reorderPoint,
    listed: over.listed ?? under.listed,
  };
}

export function sameProduct(a: Product, b: Product): boolean {
  return factsOf(a).every((key) => plain(a[key]) === plain(b[key]));
}

/** Whether `said` holds nothing that `known` does not, whatever they are called. */
export function addsNothing(known: Product, said: Product): boolean {
  return factsOf(said).every(
    (key) => isName(key) || said[key] === null || plain(said[key]) === plain(known[key]),
  );
}

/** Why what a row says cannot stand beside the stored amounts: they would be in two currencies. */
export function currencyFault(row: ImportRow, before: Product, said: Product): ImportFault | null {
  const clash = currencyClash(before, said);
  return clash && { line: row.line, ...clash };
}

/** The same for whatever says it: the column, its value, and the reason that completes "<column> <value> …". */
export function currencyClash(
  before: Product,
  said: Pick<Product, 'price' | 'unitCost' | 'currency'>,
): Pick<ImportFault, 'column' | 'value' | 'reason'> | null {
  const known = before.price ?? before.unitCost;
  if (known === null || said.currency === null || said.currency === before.currency) return null;
  const { price, unitCost } = said;
  const kept = before.price !== null && price === null ? 'price' : 'cost';
  const isWhole =
    (before.price === null || price !== null) && (before.unitCost === null || unitCost !== null);
  if (isWhole) return null;
  const [column, amount] = price ? ['price', price] : unitCost ? ['unit_cost', unitCost] : ['currency', null];
  return {
    column,
    value: amount ? money(amount.minor, amount.currency) : said.currency,
    reason: `is in ${said.currency}, and the stored ${kept} of ${before.code} is in ${before.currency}`,
  };
}

/** The fault of a row beyond the types of its cells. */
export function rowFault(row: ImportRow): ImportFault | null {
  const fault = (column: string, value: string, reason: string) => ({
    line: row.line,
    column,
    value,
    reason,
  });
  const code = textOf(row, 'code') ?? '';
  if (codeKey(code) === '') return fault('code', code, 'is not a code');
  if (code.length > 100) return fault('code', code, 'is longer than 100 characters');
  for (const field of ['unit_cost', 'price']) {
    const amount = moneyOf(row, field);
    if (amount && amount.minor < 0n) return fault(field, money(amount.minor, amount.currency), 'is negative');
  }
  const reorderPoint = integerOf(row, 'reorder_point') ?? 0;
  return reorderPoint < 0 ? fault('reorder_point', String(reorderPoint), 'is negative') : null;
}

const factsOf = (product: Product) => Object.keys(product) as (keyof Product)[];
const isName = (key: keyof Product) => ['id', 'code', 'codeKey'].includes(key);
const plain = (value: Product[keyof Product]) =>
  typeof value === 'object' && value !== null ? `${value.minor} ${value.currency}` : value;
