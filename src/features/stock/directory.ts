import type { Scope } from '../../core/runtime/database.ts';
import { type CodeOfChannel, codesOf, findSkuIds } from './directory-store.ts';

/**
 * The ids of SKUs by "channel\nCODE": by the SKU's own code, else by the channel's alias; codes without a SKU are left
 * out. One statement for any number of codes: imports ask for a whole batch.
 */
export async function skusByCode(
  scope: Scope,
  codes: readonly CodeOfChannel[],
): Promise<ReadonlyMap<string, string>> {
  return await findSkuIds(scope, codes);
}

/** The codes of SKUs by their ids; SKUs that are gone are left out. */
export async function codesOfSkus(
  scope: Scope,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  return await codesOf(scope, ids);
}
