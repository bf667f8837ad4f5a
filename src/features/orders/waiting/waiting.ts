import type { Scope } from '../../../core/runtime/database.ts';
import { stockAtHand } from '../../stock/index.ts';
import type { WaitingOrders } from './model.ts';
import { piecesShort } from './rules.ts';
import { neededBySku, ordersBeyond } from './store.ts';

const nothing = { available: 0, committed: 0 };

/**
 * The open orders that wait for pieces of these SKUs which are not here, by SKU; those of which none does are left out.
 * Stock counts at all places together, and goes to the orders that have to leave first. Three statements for all.
 */
export async function ordersWaitingFor(
  scope: Scope,
  skuIds: readonly string[],
): Promise<ReadonlyMap<string, WaitingOrders>> {
  if (skuIds.length === 0) return new Map();
  const [needed, atHand] = await Promise.all([neededBySku(scope, skuIds), stockAtHand(scope, skuIds)]);
  const short = needed.flatMap(({ skuId, pieces }) => {
    const missing = piecesShort(pieces, atHand.get(skuId) ?? nothing);
    return missing > 0 ? [{ skuId, missing, pieces: pieces - missing }] : [];
  });
  if (short.length === 0) return new Map();
  const beyond = await ordersBeyond(scope, short);
  return new Map(
    short.flatMap(({ skuId, missing }) => {
      const orders = beyond.get(skuId);
      return orders ? [[skuId, { ...orders, pieces: missing }] as const] : [];
    }),
  );
}
