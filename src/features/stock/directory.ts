import type { Scope } from '../../core/runtime/database.ts';
import { type CodeOfChannel, findSkuIds } from './directory-store.ts';

/**
 * The ids of SKUs by "channel\nCODE"; what no SKU is called is left out. One statement however many codes there are:
 * imports ask for a whole batch.
 */
export async function skusByCode(
  scope: Scope,
  codes: readonly CodeOfChannel[],
): Promise<ReadonlyMap<string, string>> {
  return await findSkuIds(scope, codes);
}
