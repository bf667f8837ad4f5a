import { expect, test } from 'vitest';
import { asSystem } from '../../src/core/runtime/system.ts';
import { inUnit } from '../../src/core/runtime/unit.ts';
import { refold } from '../../src/features/orders/keeping/tell.ts';
import { refold as refoldParcels } from '../../src/features/shipments/keeping/tell.ts';
import { scansHandler } from '../../src/features/shipments/ordered/tell-orders.ts';
import { newContext, testDatabase } from '../../test/harness/database.ts';
import { seedShop } from './shop.ts';

test('the rows of the year are what the fold makes of what was said of them', {
  timeout: 120_000,
}, async () => {
  const ctx = await newContext();
  const { prisma, database } = await testDatabase();
  await seedShop({ ...ctx, database }, { until: '2026-03-01' });
  const where = { workspaceId: ctx.workspace.id, source: 'seed' };
  const some = async (more: object, take = 60) =>
    await prisma.order.findMany({
      where: { ...where, ...more },
      select: { id: true, channel: true, numberKey: true },
      orderBy: { number: 'desc' },
      take,
    });
  const refunded = await prisma.refund.findMany({ where: { workspaceId: ctx.workspace.id }, take: 200 });
  const orders = [
    ...(await some({ stage: 'handed_over' }, 200)),
    ...(await some({ stage: 'delivered' }, 200)),
    ...(await some({ stage: 'returned' })),
    ...(await some({ stage: 'cancelled' })),
    ...(await some({ shipRegion: 'NY' })),
    ...(await some({ placedAt: { lt: new Date('2025-12-01T00:00:00Z') } })),
    ...(await some({ id: { in: refunded.map(({ orderId }) => orderId) } }, 200)),
  ];
  const apart = [...new Map(orders.map((one) => [one.id, one])).values()];
  expect(apart.length).toBeGreaterThan(500);
  const changed = await inUnit(
    asSystem(ctx, 'test'),
    { timeout: 60_000 },
    async (unit) => (await refold(unit, apart)).changed,
  );
  expect(changed.slice(0, 3).map(({ before, after }) => ({ before, after }))).toEqual([]);

  // So are its parcels; and carriers' scans say of orders what is known of them.
  const parcels = await prisma.shipment.findMany({ where: { workspaceId: ctx.workspace.id } });
  expect(parcels.length).toBeGreaterThan(300);
  const series = [...new Set(parcels.map(({ seriesId }) => seriesId))];
  const again = await inUnit(
    asSystem(ctx, 'test'),
    { timeout: 60_000 },
    async (unit) => (await refoldParcels(unit, series)).changed,
  );
  expect(again).toEqual([]);
  expect(parcels.filter(({ orderId }) => orderId === null)).toEqual([]);
  const known = async () =>
    await prisma.order.findMany({
      where: { workspaceId: ctx.workspace.id, id: { in: parcels.flatMap(({ orderId }) => orderId ?? []) } },
      select: {
        number: true,
        stage: true,
        handedOverAt: true,
        deliveredAt: true,
        returnedAt: true,
        nextStop: true,
        nextStopAt: true,
      },
      orderBy: { number: 'asc' },
    });
  const before = await known();
  await inUnit(asSystem(ctx, 'test'), { timeout: 60_000 }, async (unit) => {
    const pieces = series.map((subject) => ({ subject, data: {} }));
    for (let n = 0; n < pieces.length; n += 100)
      await scansHandler.act(unit, pieces.slice(n, n + 100) as never);
  });
  expect(await known()).toEqual(before);
  expect(
    await prisma.orderMilestone.count({ where: { workspaceId: ctx.workspace.id, source: 'file EasyPost' } }),
  ).toBeGreaterThan(0);
});
