import { z } from 'zod';

/** A product as a source outside tells it. What is null it does not say. */
export const toldProduct = z.object({
  /** Ours, where it is known by another name already. */
  id: z.uuid().nullable(),
  code: z.string().min(1).max(100),
  title: z.string().nullable(),
  barcode: z.string().nullable(),
  category: z.string().nullable(),
  supplier: z.string().nullable(),
  price: z.object({ minor: z.bigint().min(0n), currency: z.string().length(3) }).nullable(),
  listed: z.boolean().nullable(),
  /** When it was so, by its source: what is older changes nothing. */
  versionAt: z.date(),
});
export type ToldProduct = z.output<typeof toldProduct>;

/** What became of it: our id, or why it was not taken. */
export type TakenProduct = { readonly id: string } | { readonly reason: string };

/** How much there is of a SKU at a location, free to sell, at the end of a moment. */
export const toldLevel = z.object({
  skuId: z.uuid(),
  locationId: z.uuid(),
  available: z.int().min(-1_000_000_000).max(1_000_000_000),
  asOf: z.date(),
});
