import type {
  ImportKind,
  ImportOutcome,
  ImportRun,
  Loaded,
  ToldThing,
} from '../../../core/declare/import.ts';
import type { Context, MutationContext, QueryContext } from '../../../core/runtime/context.ts';
import type { Scope, Tx } from '../../../core/runtime/database.ts';
import { codeKey } from '../../../core/text/code-key.ts';
import { CompactMap } from '../../../core/text/compact-map.ts';
import { type ImportFault, type ImportRow, textOf } from '../../../core/tokens/import-row.ts';
import { skuFacts } from '../facts-model.ts';
import { keepListed } from '../ledger/span-store.ts';
import { missingSku } from '../missing.ts';
import { importStock } from '../permissions.ts';
import { type Alias, aliasFault, ownerKey, type SaidAlias } from './alias-rules.ts';
import { currenciesFault, type Mentioned, mentionedBy, together } from './mentioned.ts';
import { contradiction, type Named, severalMeant } from './name-rules.ts';
import { skusNamed } from './name-store.ts';
import { productFields } from './product-fields.ts';
import {
  addsNothing,
  currencyFault,
  mergeProduct,
  type Product,
  rowFault,
  sameProduct,
} from './product-rules.ts';
import {
  analyzeProducts,
  insertAliases,
  productsById,
  skusByAlias,
  upsertProducts,
} from './product-store.ts';
import { ToldProducts } from './told-products.ts';

export const importProducts: ImportKind = {
  name: 'products',
  summary: 'SKUs with title, barcode, cost, price and their names in other channels',
  groupOf: (text) => codeKey(text('code')),
  after: [],
  permission: importStock,
  fields: productFields,
  open: (ctx) => new ProductRun(ctx),
};

class ProductRun implements ImportRun {
  readonly #ctx: Context;
  /** Code → line of its first good row. */
  readonly #first = new CompactMap();
  /** What later rows of a code say: only of codes with several rows, since a file may have a million codes. */
  readonly #later = new Map<string, Mentioned>();
  /** The same with the first row. */
  readonly #whole = new Map<string, Mentioned>();
  readonly #told = new ToldProducts();
  readonly #otherNames: string[] = [];
  #services = 0;
  #repeats = 0;

  constructor(ctx: Context) {
    this.#ctx = ctx;
  }

  survey(row: ImportRow): void {
    if (textOf(row, 'line_kind') === 'service' || rowFault(row) || aliasFault(row)) return;
    const key = codeKey(textOf(row, 'code') ?? '');
    const isFirst = this.#first.get(key) === undefined;
    if (isFirst) this.#first.set(key, row.line);
    else this.#later.set(key, together(this.#later.get(key), mentionedBy(row)));
  }

  async preview({ scope }: QueryContext, rows: readonly ImportRow[]): Promise<ImportOutcome> {
    return (await this.#plan(scope, rows)).outcome;
  }

  async load({ tx, now }: MutationContext, rows: readonly ImportRow[]): Promise<Loaded> {
    const { outcome, products, aliases, turned, added } = await this.#plan(tx, rows);
    await upsertProducts(tx, products, now);
    await keepListed(tx, turned, now);
    await insertAliases(tx, aliases);
    // An audit row per product would make a new price list take half as long again; the batch's row names file and
    // lines.
    return {
      outcome,
      changes: [],
      facts: skuFacts.changed(products.map(({ id }) => id)),
      arrived: [...added, ...aliases.map(({ alias }) => alias)].map(missingSku),
    };
  }

  told(key: string, channel: string | null): readonly ToldThing[] {
    return channel === null ? this.#told.named(key, []) : this.#told.soldAs(key, channel);
  }

  async analyze(tx: Tx): Promise<void> {
    await analyzeProducts(tx);
  }

  summary() {
    return {
      products: this.#first.size,
      'repeated rows of a product': this.#repeats,
      'service lines (not products)': this.#services,
      ...(this.#otherNames.length > 0 && { 'rows that call a product by another name': this.#otherNames }),
    };
  }

  /** What the file says of the row's code. Undefined: no good row has it. */
  #mentioned(row: ImportRow): Mentioned | undefined {
    const key = codeKey(textOf(row, 'code') ?? '');
    if (this.#first.get(key) !== row.line) return this.#whole.get(key);
    const later = this.#later.get(key);
    const own = mentionedBy(row);
    if (!later) return own;
    const whole = together(own, later);
    this.#whole.set(key, whole);
    return whole;
  }

  async #plan(scope: Scope, rows: readonly ImportRow[]) {
    const faults: ImportFault[] = [];
    const first: (Mentioned & { readonly row: ImportRow })[] = [];
    for (const row of rows) {
      const isService = textOf(row, 'line_kind') === 'service';
      const found = this.#mentioned(row);
      const fault = isService ? null : (rowFault(row) ?? aliasFault(row) ?? currenciesFault(row, found));
      if (isService) this.#services += 1;
      else if (fault) faults.push(fault);
      else if (found?.line === row.line) first.push({ row, ...found });
      else this.#repeats += 1;
    }
    const keys = first.flatMap(({ product, aliases }) => [
      product.codeKey,
      ...aliases.map((a) => a.aliasKey),
    ]);
    const stored = await skusNamed(scope, keys);
    const ids = new Set(
      first.flatMap(({ product }) => stored.get(product.codeKey) ?? []).map(({ id }) => id),
    );
    const existing = await productsById(scope, [...ids]);
    const said = first.flatMap(({ aliases }) => aliases);
    const owners = await skusByAlias(scope, said);

    const products: Product[] = [];
    /** Listed, or not listed any more. */
    const turned: string[] = [];
    const newAliases: Alias[] = [];
    const added: string[] = [];
    const counts = {
      added: 0,
      changed: 0,
      unchanged: 0,
      skipped: rows.length - first.length - faults.length,
    };
    for (const { row, product, aliases } of first) {
      const named = this.#told.named(product.codeKey, stored.get(product.codeKey) ?? []);
      const [target] = named;
      const told = target && this.#told.told(target);
      const before = target && existing.get(target.id);
      const after = told?.product ?? (before ? mergeProduct(before, product) : this.#fresh(product));
      const own: Alias[] = [];
      const fault =
        meaningFault(row, product, named, told) ??
        (before && !told ? currencyFault(row, before, product) : null) ??
        this.#takeAliases(row, aliases, after, { stored, owners }, own);
      if (fault) {
        faults.push(fault);
        continue;
      }
      newAliases.push(...own);
      for (const alias of own) this.#told.addAlias(alias, after);
      if (codeKey(after.code) !== product.codeKey) this.#otherNames.push(`${product.code} is ${after.code}`);
      if (told) {
        counts.skipped += 1;
        continue;
      }
      this.#told.add(row.line, after);
      if (!before) added.push(after.code);
      else if (!sameProduct(before, after) || own.length > 0) counts.changed += 1;
      else counts.unchanged += 1;
      if (!before || !sameProduct(before, after)) products.push(after);
      if (before && before.listed !== after.listed) turned.push(after.id);
    }
    counts.added = added.length;
    return { outcome: { counts, faults }, products, aliases: newAliases, turned, added };
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

  /** Adds the new aliases to `own`; one that is another product's alias in that channel, or its code, is a fault. */
  #takeAliases(
    row: ImportRow,
    aliases: readonly SaidAlias[],
    product: Product,
    known: {
      readonly stored: ReadonlyMap<string, readonly Named[]>;
      readonly owners: ReadonlyMap<string, string>;
    },
    own: Alias[],
  ): ImportFault | null {
    for (const alias of aliases) {
      const owner = this.#told.ownerOf(alias) ?? known.owners.get(ownerKey(alias));
      const coded = this.#told.codeOf(alias.aliasKey, known.stored.get(alias.aliasKey) ?? []);
      const value = `${alias.channel}:${alias.alias}`;
      const fault = (reason: string) => ({ line: row.line, column: 'aliases', value, reason });
      if (owner !== undefined && owner !== product.id) return fault('already names another product');
      if (coded && coded.id !== product.id) return fault('is the code of another product');
      if (owner === undefined) own.push({ ...alias, skuId: product.id });
    }
    return null;
  }
}

/** Why a row is refused for what its code means: several products, or one of which an earlier row says something else. */
function meaningFault(
  { line }: ImportRow,
  product: Product,
  named: readonly Named[],
  told: { readonly line: number; readonly product: Product } | undefined,
): ImportFault | null {
  const fault = (reason: string) => ({ line, column: 'code', value: product.code, reason });
  if (named.length > 1) return fault(severalMeant(named));
  if (!told || addsNothing(told.product, product)) return null;
  return fault(contradiction(told.line, told.product.code, false));
}
