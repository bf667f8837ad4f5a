import { codeKey } from '../../../core/text/code-key.ts';
import { CompactRecords } from '../../../core/text/compact-records.ts';
import { ownerKey, type SaidAlias } from './alias-rules.ts';
import type { Named } from './name-rules.ts';
import type { Product } from './product-rules.ts';

interface Told {
  readonly line: number;
  readonly product: Product;
}

/** What the rows of one import have said of products so far: their names are not all stored yet. */
export class ToldProducts {
  /** By id, and by code. */
  readonly #told = new CompactRecords<Told>();
  readonly #aliases = new Map<string, Map<string, Named>>();
  readonly #owners = new Map<string, string>();

  /** The products that a code means: the one with that code, else all that are called so. `stored`: those in the database. */
  named(key: string, stored: readonly Named[]): readonly Named[] {
    const own = this.codeOf(key, stored);
    if (own) return [own];
    const called = [...stored, ...(this.#aliases.get(key)?.values() ?? [])];
    return [...new Map(called.map((one) => [one.id, one])).values()];
  }

  /** The product whose own code it is. */
  codeOf(key: string, stored: readonly Named[]): Named | undefined {
    return this.#told.get(codeOfKey(key))?.product ?? stored.find(({ code }) => codeKey(code) === key);
  }

  told(id: string): Told | undefined {
    return this.#told.get(id);
  }

  /** The product with this alias in this channel, if an earlier row said so. */
  ownerOf(alias: SaidAlias): string | undefined {
    return this.#owners.get(ownerKey(alias));
  }

  add(line: number, product: Product): void {
    this.#told.set(product.id, { line, product });
    this.#told.alsoAs(codeOfKey(product.codeKey), product.id);
  }

  addAlias(alias: SaidAlias, product: Named): void {
    this.#owners.set(ownerKey(alias), product.id);
    const called = this.#aliases.get(alias.aliasKey) ?? new Map<string, Named>();
    this.#aliases.set(alias.aliasKey, called.set(product.id, product));
  }
}

/** No id looks like it. */
const codeOfKey = (key: string) => `code ${key}`;
