import { expect, test } from 'vitest';
import { asSystem } from '../../src/core/runtime/system.ts';
import { inUnit } from '../../src/core/runtime/unit.ts';
import { refold } from '../../src/features/orders/keeping/tell.ts';
import { bookOpenOrders } from '../../src/features/orders/refolding/book-open.ts';
import { newContext, testDatabase } from '../../test/harness/database.ts';
import { seedShop } from './shop.ts';

const { prisma, database } = await testDatabase();

test('what the orders of the sample do to stock is in its ledger: folding them again writes no leg, and what is open is committed', {
  timeout: 120_000,
}, async () => {
  const ctx = asSystem(await newContext(), 'test');
  const { id: workspaceId } = ctx.workspace;
  const where = { workspaceId };
  await seedShop({ ...ctx, database }, { until: '2026-03-01' });
  const legs = await prisma.ledgerLeg.count({ where });

  const open = await prisma.$queryRaw<object[]>`
    SELECT coalesce(l.sku_id, o.sku_id) AS sku, l.quantity, o.open FROM (
      SELECT sku_id, location_id, quantity FROM level WHERE workspace_id = ${workspaceId}::uuid AND bucket = 'committed') AS l
    FULL JOIN (
      SELECT n.sku_id, o.location_id, sum(n.open)::int AS open FROM order_line n
      JOIN "order" o ON o.workspace_id = n.workspace_id AND o.id = n.order_id
      WHERE n.workspace_id = ${workspaceId}::uuid AND n.counted AND n.open > 0 GROUP BY 1, 2) AS o USING (sku_id, location_id)
    WHERE coalesce(l.quantity, 0) <> coalesce(o.open, 0)`;
  expect(open).toEqual([]);
  expect(await prisma.level.count({ where: { ...where, bucket: 'committed' } })).toBeGreaterThan(20);

  const orders = await prisma.order.findMany({
    where,
    select: { id: true, channel: true, numberKey: true },
  });
  const bookings = await prisma.orderBooking.count({ where });
  expect(bookings).toBeGreaterThan(orders.length);
  for (let n = 0; n < orders.length; n += 2_000)
    await inUnit(ctx, { timeout: 60_000 }, async (unit) => {
      await refold(unit, orders.slice(n, n + 2_000));
    });
  let after: Awaited<ReturnType<typeof bookOpenOrders.call>> = null;
  do after = await bookOpenOrders.call(ctx, { after });
  while (after);
  expect(await prisma.ledgerLeg.count({ where })).toBe(legs);
  expect(await prisma.orderBooking.count({ where })).toBe(bookings);
});
