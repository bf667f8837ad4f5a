import type { ImportKind, ImportOutcome, ImportRun, Loaded } from '../../../core/declare/import.ts';
import type { Context, MutationContext, QueryContext } from '../../../core/runtime/context.ts';
import type { Scope, Tx } from '../../../core/runtime/database.ts';
import { CompactMap } from '../../../core/text/compact-map.ts';
import {
  booleanOf,
  type ImportFault,
  type ImportRow,
  integerOf,
  moneyOf,
  textOf,
} from '../../../core/tokens/import-row.ts';
import { importStock } from '../permissions.ts';
import { type Alias, mergeProduct, type Product, readAliases, sameProduct } from './product-rules.ts';
import {
  analyzeProducts,
  insertAliases,
  productsByCode,
  skusByAlias,
  upsertProducts,
} from './product-store.ts';

export const importProducts: ImportKind = {
  name: 'products',
  summary: 'SKUs with title, barcode, cost, price and their names in other channels',
  groupBy: ['code'],
  after: [],
  permission: importStock,
  fields: [
    { name: 'code', required: true, type: 'code', summary: 'the SKU code, unique whatever its case' },
    { name: 'title', required: false, type: 'text', summary: 'its name; the code when there is none' },
    { name: 'barcode', required: false, type: 'code', summary: 'EAN, UPC or the like, as text' },
    { name: 'category', required: false, type: 'text', summary: 'what kind of thing it is' },
    { name: 'supplier', required: false, type: 'text', summary: 'who it is bought from' },
    { name: 'unit_cost', required: false, type: 'money', summary: 'cost of one piece' },
    { name: 'price', required: false, type: 'money', summary: 'price of one piece; 0 counts as unknown' },
    { name: 'currency', required: false, type: 'text', summary: 'of cost and price; else the workspace’s' },
    { name: 'reorder_point', required: false, type: 'integer', summary: 'order again at this many' },
    {
      name: 'listed',
      required: false,
      type: 'boolean',
      summary: 'whether it is for sale; yes when empty',
    },
    { name: 'aliases', required: false, type: 'text', summary: 'other names: "amazon:B01ABC;shopify:4711"' },
    {
      name: 'line_kind',
      required: false,
      type: 'text',
      oneOf: ['goods', 'service'],
      summary: 'service lines (postage) are skipped',
    },
  ],
  open: (ctx) => new ProductRun(ctx),
};

/** What a row says, and later rows of the same code add. */
interface Mentioned {
  readonly product: Product;
  readonly aliases: readonly Omit<Alias, 'skuId'>[];
}

class ProductRun implements ImportRun {
  readonly #ctx: Context;
  /** All rows of one code make one product: each column takes its first value. Code → line of its first good row. */
  readonly #first = new CompactMap();
  /** Only of codes with several rows: a file of a million products would not fit into memory. */
  readonly #later = new Map<string, Mentioned>();
  #services = 0;
  #repeats = 0;

  constructor(ctx: Context) {
    this.#ctx = ctx;
  }

  survey(row: ImportRow): void {
    const code = textOf(row, 'code') ?? '';
    if (textOf(row, 'line_kind') === 'service') return;
    const key = code.toUpperCase();
    if (this.#first.get(key) === undefined) this.#first.set(key, row.line);
    else this.#later.set(key, together(this.#later.get(key), mentionedBy(row)));
  }

  async preview({ scope }: QueryContext, rows: readonly ImportRow[]): Promise<ImportOutcome> {
    return (await this.#plan(scope, rows)).outcome;
  }

  async load({ tx, now }: MutationContext, rows: readonly ImportRow[]): Promise<Loaded> {
    const { outcome, products, aliases } = await this.#plan(tx, rows);
    await upsertProducts(tx, products, now);
    await insertAliases(tx, aliases);
    // An audit row per product would make a new price list take half as long again; the batch's row names file and
    // lines.
    return { outcome, changes: [] };
  }

  async analyze(tx: Tx): Promise<void> {
    await analyzeProducts(tx);
  }

  summary() {
    return {
      products: this.#first.size,
      'repeated rows of a product': this.#repeats,
      'service lines (not products)': this.#services,
    };
  }

  async #plan(scope: Scope, rows: readonly ImportRow[]) {
    const first = rows.flatMap((row) => {
      const key = (textOf(row, 'code') ?? '').toUpperCase();
      if (this.#first.get(key) !== row.line) return [];
      const later = this.#later.get(key);
      return [{ row, ...(later ? together(mentionedBy(row), later) : mentionedBy(row)) }];
    });
    const services = rows.filter((row) => textOf(row, 'line_kind') === 'service').length;
    this.#services += services;
    this.#repeats += rows.length - services - first.length;

    const existing = await productsByCode(
      scope,
      first.map(({ product }) => product.codeKey),
    );
    const owners = await skusByAlias(
      scope,
      first.flatMap(({ aliases }) => aliases),
    );
    const faults: ImportFault[] = [];
    const products: Product[] = [];
    const newAliases: Alias[] = [];
    const counts = { added: 0, changed: 0, unchanged: 0, skipped: rows.length - first.length };
    for (const { row, product, aliases } of first) {
      const before = existing.get(product.codeKey);
      const after = before ? mergeProduct(before, product) : this.#fresh(product);
      const own: Alias[] = [];
      const fault = faultsOf(row) ?? takeAliases(row, aliases, after, owners, own);
      if (fault) {
        faults.push(fault);
        continue;
      }
      newAliases.push(...own);
      for (const alias of own) owners.set(`${alias.channel}\n${alias.aliasKey}`, after.id);
      if (!before) counts.added += 1;
      else if (!sameProduct(before, after) || own.length > 0) counts.changed += 1;
      else counts.unchanged += 1;
      if (!before || !sameProduct(before, after)) products.push(after);
    }
    return { outcome: { counts, faults }, products, aliases: newAliases };
  }

  #fresh(product: Product): Product {
    return {
      ...product,
      id: this.#ctx.ids.uuid(this.#ctx.now),
      title: product.title ?? product.code,
      currency: product.currency ?? this.#ctx.workspace.currency,
      listed: product.listed ?? true,
    };
  }
}

function mentionedBy(row: ImportRow): Mentioned {
  return {
    product: productOf(row, textOf(row, 'code') ?? ''),
    aliases: readAliases(textOf(row, 'aliases') ?? '').aliases,
  };
}

function together(earlier: Mentioned | undefined, later: Mentioned): Mentioned {
  if (!earlier) return later;
  return {
    product: mergeProduct(later.product, earlier.product),
    aliases: [...earlier.aliases, ...later.aliases],
  };
}

function productOf(row: ImportRow, code: string): Product {
  return {
    id: '',
    code,
    codeKey: code.toUpperCase(),
    title: textOf(row, 'title'),
    barcode: textOf(row, 'barcode'),
    category: textOf(row, 'category'),
    supplier: textOf(row, 'supplier'),
    unitCostMinor: moneyOf(row, 'unit_cost'),
    // A line given away for nothing says nothing about the price.
    priceMinor: moneyOf(row, 'price') || null,
    currency: textOf(row, 'currency'),
    reorderPoint: integerOf(row, 'reorder_point'),
    listed: booleanOf(row, 'listed'),
  };
}

function faultsOf(row: ImportRow): ImportFault | null {
  const fault = (column: string, value: string, reason: string) => ({
    line: row.line,
    column,
    value,
    reason,
  });
  const code = textOf(row, 'code') ?? '';
  const { line } = row;
  if (code.length > 100)
    return { line, column: 'code', value: code, reason: 'is longer than 100 characters' };
  const negative = ['unit_cost', 'price'].find((field) => (moneyOf(row, field) ?? 0n) < 0n);
  if (negative) return fault(negative, String(moneyOf(row, negative)), 'is negative');
  const reorderPoint = integerOf(row, 'reorder_point') ?? 0;
  if (reorderPoint < 0) return fault('reorder_point', String(reorderPoint), 'is negative');
  const { wrong } = readAliases(textOf(row, 'aliases') ?? '');
  return wrong === null ? null : fault('aliases', wrong, 'is not of the form channel:code');
}

/** Adds the new aliases to `own`; an alias that belongs to another SKU in that channel is a fault. */
function takeAliases(
  row: ImportRow,
  aliases: readonly Omit<Alias, 'skuId'>[],
  product: Product,
  owners: ReadonlyMap<string, string>,
  own: Alias[],
): ImportFault | null {
  for (const alias of aliases) {
    const owner = owners.get(`${alias.channel}\n${alias.aliasKey}`);
    if (owner !== undefined && owner !== product.id) {
      return {
        line: row.line,
        column: 'aliases',
        value: `${alias.channel}:${alias.alias}`,
        reason: 'already names another product',
      };
    }
    if (owner === undefined) own.push({ ...alias, skuId: product.id });
  }
  return null;
}
