import { codeKey } from '../../../core/text/code-key.ts';
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
  readonly unitCostMinor: bigint | null;
  readonly priceMinor: bigint | null;
  readonly currency: string | null;
  readonly reorderPoint: number | null;
  readonly listed: boolean | null;
}

export interface Alias {
  readonly channel: string;
  readonly alias: string;
  readonly aliasKey: string;
  readonly skuId: string;
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
    unitCostMinor: over.unitCostMinor ?? under.unitCostMinor,
    priceMinor: over.priceMinor ?? under.priceMinor,
    currency: over.currency ?? under.currency,
    reorderPoint: over.reorderPoint ?? under.reorderPoint,
    listed: over.listed ?? under.listed,
  };
}

export function sameProduct(a: Product, b: Product): boolean {
  return (Object.keys(a) as (keyof Product)[]).every((key) => a[key] === b[key]);
}

/** Reads "amazon:B01ABC;shopify:4711". `wrong` is the first part that cannot be read. */
export function readAliases(text: string): {
  readonly aliases: readonly Omit<Alias, 'skuId'>[];
  readonly wrong: string | null;
} {
  const parts = text
    .split(';')
    .map((part) => part.trim())
    .filter(Boolean);
  const read = parts.map((part) => /^([\w-]{1,40})\s*:\s*(\S.{0,99})$/.exec(part));
  const aliases = read.flatMap((match) => {
    const [, channel, alias] = match ?? [];
    return channel && alias ? [{ channel: channel.toLowerCase(), alias, aliasKey: codeKey(alias) }] : [];
  });
  const unique = new Map(aliases.map((alias) => [`${alias.channel}\n${alias.aliasKey}`, alias]));
  return { aliases: [...unique.values()], wrong: parts[read.indexOf(null)] ?? null };
}
