import { inject } from 'vitest';
import { fill } from '../../bench/filling/fill.ts';
import { fillParcels } from '../../bench/filling/parcels.ts';
import { testDatabase } from '../harness/database.ts';
import { openShop } from '../harness/shop.ts';
import { countFacts } from './facts.ts';
import { fillPurchases } from './purchases.ts';
import { skus } from './questions.ts';

/** A table with more rows is not read from end to end. */
export const big = 4_000;
/** An answer looks at no more rows of a table. */
export const mostRows = 10_000;

/** A shop whose tables are large enough for the planner to prefer their indexes. Its Ada may do everything. */
export async function openLargeShop() {
  // The embedded database would take minutes for it.
  if (!('url' in inject('database')))
    throw new Error('This test needs PostgreSQL: run `npm run test:postgres`, or set TEST_DATABASE_URL.');
  const shop = await openShop();
  const { connection, pool } = await testDatabase();
  await fill(connection, {
    workspaceId: shop.workspace.id,
    now: shop.clock.now(),
    skus,
    // Channels that its Slack has.
    channels: ['C0OPSDAILY', 'C0OPSALERT'],
    large: {
      bestSeller: 20_000,
      issues: 6_000,
      links: 15_000,
      touched: 1_500,
      approvals: 3_000,
      messages: 50_000,
      audit: 50_000,
    },
  });
  const [workspaceId, now] = [shop.workspace.id, shop.clock.now()];
  await fillPurchases(pool, workspaceId, now);
  await fillParcels(connection, { workspaceId, parcels: 30_000, now });
  await countFacts(shop, pool);
  const ada = { workspaceId: shop.workspace.id, name: 'Ada' };
  await shop.db.prisma.person.updateMany({ where: ada, data: { departments: ['shipping'] } });
  return shop;
}
