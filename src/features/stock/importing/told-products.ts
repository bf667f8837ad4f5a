import { codeKey } from '../../../core/text/code-key.ts';
import { CompactRecords } from '../../../core/text/compact-records.ts';
import { ownerKey, type SaidAlias } from './alias-rules.ts';
import type { Named } from './name-rules.ts';
import type { Product } from './product-rules.ts';

interface Told {
  readonly line: number;
  readonly product: Product;
}

/** Without what follows from the rest: there may be a million. */
type Packed = Omit<Product, 'codeKey' | 'unitCost' | 'price'> & {
  readonly line: number;
  readonly unitCost: bigint | null;
  readonly price: bigint | null;
};

/** What the rows of one import have said of products so far: their names are not all stored yet. */
export class ToldProducts {
  /** By the key of the code. */
  readonly #told = new CompactRecords<Packed>();
  readonly #aliases = new Map<string, Map<string, Named>>();
  readonly #owners = new Map<string, string>();
  /** Barcode → the codes of its products. */
  readonly #barcodes = new CompactRecords<{ readonly codes: readonly string[] }>();

  /** The products that a code means: the one with that code, else all that are called so. `stored`: those in the database. */
  named(key: string, stored: readonly Named[]): readonly Named[] {
    const own = this.codeOf(key, stored);
    if (own) return [own];
    const called = [...stored, ...(this.#aliases.get(key)?.values() ?? []), ...this.#withBarcode(key)];
    return [...new Map(called.map((one) => [one.id, one])).values()];
  }

  /** The product that a channel's orders mean: by its code, else by its alias there. */
  soldAs(key: string, channel: string): readonly Named[] {
    const own = this.codeOf(key, []);
    if (own) return [own];
    const owner = this.#owners.get(`${channel}\n${key}`);
    return [...(this.#aliases.get(key)?.values() ?? [])].filter(({ id }) => id === owner);
  }

  /** The product whose own code it is. */
  codeOf(key: string, stored: readonly Named[]): Named | undefined {
    return this.#toldAs(key)?.product ?? stored.find(({ code }) => codeKey(code) === key);
  }

  told({ code }: Named): Told | undefined {
    return this.#toldAs(codeKey(code));
  }

  /** The product with this alias in this channel, if an earlier row said so. */
  ownerOf(alias: SaidAlias): string | undefined {
    return this.#owners.get(ownerKey(alias));
  }

  add(line: number, product: Product): void {
    const { codeKey: key, unitCost, price, ...rest } = product;
    this.#told.set(key, { line, ...rest, unitCost: unitCost?.minor ?? null, price: price?.minor ?? null });
    if (product.barcode === null) return;
    const codes = this.#barcodes.get(product.barcode)?.codes ?? [];
    this.#barcodes.set(product.barcode, { codes: [...new Set([...codes, key])] });
  }

  addAlias(alias: SaidAlias, product: Named): void {
    this.#owners.set(ownerKey(alias), product.id);
    const called = this.#aliases.get(alias.aliasKey) ?? new Map<string, Named>();
    this.#aliases.set(alias.aliasKey, called.set(product.id, product));
  }

  #withBarcode(key: string): readonly Named[] {
    return (this.#barcodes.get(key)?.codes ?? []).flatMap((code) => this.#toldAs(code)?.product ?? []);
  }

  #toldAs(key: string): Told | undefined {
    const packed = this.#told.get(key);
    if (!packed) return undefined;
    const { line, unitCost, price, ...rest } = packed;
    // A product's amounts are in its currency.
    const amount = (minor: bigint | null) =>
      minor === null || rest.currency === null ? null : { minor, currency: rest.currency };
    return { line, product: { ...rest, codeKey: key, unitCost: amount(unitCost), price: amount(price) } };
  }
}
