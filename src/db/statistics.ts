import type { Tx } from '../core/database.ts';
import { writes } from './scope.ts';

/** Counts tables anew, so that the next plans fit their size. Statistics belong to no workspace. */
export async function analyze(tx: Tx, what: 'products' | 'levels' | 'orders'): Promise<void> {
  if (what === 'products') await writes(tx).$executeRaw`ANALYZE sku, sku_alias`;
  if (what === 'levels') await writes(tx).$executeRaw`ANALYZE ledger_entry, ledger_leg, level`;
  if (what === 'orders') await writes(tx).$executeRaw`ANALYZE "order", order_line`;
}
