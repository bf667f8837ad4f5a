import { expect } from 'vitest';
import { money } from '../../../src/core/text/money.ts';
import { testDatabase } from '../../harness/database.ts';

/** What a workspace holds, as a person would write it down. */
export async function stored(workspaceId: string) {
  const { prisma } = await testDatabase();
  const where = { workspaceId };
  const [skus, levels, orders] = await Promise.all([
    prisma.sku.findMany({ where, orderBy: { codeKey: 'asc' } }),
    prisma.level.findMany({ where, include: { sku: true, location: true } }),
    prisma.order.findMany({
      where,
      include: { lines: { orderBy: { ordinal: 'asc' } } },
      orderBy: [{ numberKey: 'asc' }, { channel: 'asc' }],
    }),
  ]);
  return {
    products: skus.map(({ code, priceMinor, currency }) =>
      priceMinor === null ? code : `${code} ${money(priceMinor, currency)}`,
    ),
    levels: levels
      .map(
        ({ sku, location, bucket, quantity }) => `${quantity} ${bucket} of ${sku.code} in ${location.code}`,
      )
      .sort(),
    orders: orders.map(({ number, currency, lines }) => {
      const told = lines.map(
        (line) => `${line.ordered} ${line.code} at ${money(line.unitPriceMinor, currency)}`,
      );
      return `${number}: ${told.join(', ')}`;
    }),
  };
}

/** Every level is the sum of its legs, and nothing is in the ledger that no level shows. */
export async function expectBalanced(workspaceId: string): Promise<void> {
  const { prisma } = await testDatabase();
  const apart = await prisma.$queryRaw<object[]>`
    SELECT sku_id, location_id, bucket, coalesce(l.quantity, 0) AS level, coalesce(g.quantity, 0) AS legs
    FROM (SELECT sku_id, location_id, bucket, quantity FROM level WHERE workspace_id = ${workspaceId}::uuid) l
    FULL JOIN (SELECT sku_id, location_id, bucket, sum(quantity)::int AS quantity FROM ledger_leg
      WHERE workspace_id = ${workspaceId}::uuid GROUP BY sku_id, location_id, bucket) g
    USING (sku_id, location_id, bucket)
    WHERE coalesce(l.quantity, 0) <> coalesce(g.quantity, 0)`;
  expect(apart).toEqual([]);
}
