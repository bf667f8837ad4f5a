import type { PrismaClient } from '../../src/db/generated/client.ts';

/**
 * Everything that is stored of a workspace's orders but our ids, when it was written and which delivery said it, in one
 * order. `called`: what stands in place of other ids of ours.
 */
export async function orderRows(
  prisma: PrismaClient,
  workspaceId: string,
  called: readonly (readonly [id: string, name: string])[] = [],
) {
  const where = { workspaceId };
  const orders = await prisma.order.findMany({ where, omit: { workspaceId: true, updatedAt: true } });
  const parcels = await prisma.fulfilment.findMany({ where, omit: { workspaceId: true } });
  const locations = await prisma.location.findMany({ where });
  const skus = await prisma.sku.findMany({ where });
  const names = new Map([
    ...called,
    ...[...locations, ...skus].map(({ id, code }) => [id, code] as const),
    ...orders.map(({ id, number }) => [id, number] as const),
    ...parcels.map(({ id, externalId }) => [id, externalId] as const),
  ]);
  const plain = (rows: readonly object[]) =>
    rows
      .map((row) =>
        Object.fromEntries(
          Object.entries(row).flatMap(([field, value]) =>
            field === 'workspaceId' ? [] : [[field, names.get(value as string) ?? value]],
          ),
        ),
      )
      .sort((a, b) => (textOf(a) < textOf(b) ? -1 : 1));
  const statements = await prisma.orderStatement.findMany({ where });
  // Of statements that say the same, one keeps what it is.
  const said = new Map(
    statements.flatMap((one) => (one.said === null ? [] : [[one.hash, one.said] as const])),
  );
  return {
    orders: plain(orders),
    lines: plain(await prisma.orderLine.findMany({ where })),
    statements: plain(
      statements.map(({ deliveryId: _, ...one }) => ({ ...one, said: said.get(one.hash) ?? null })),
    ),
    milestones: plain(await prisma.orderMilestone.findMany({ where })),
    holds: plain(await prisma.orderHold.findMany({ where })),
    promises: plain(await prisma.orderPromise.findMany({ where })),
    parcels: plain(parcels),
    parcelLines: plain(await prisma.fulfilmentLine.findMany({ where })),
    refunds: plain(await prisma.refund.findMany({ where })),
    refundLines: plain(await prisma.refundLine.findMany({ where })),
    bookings: plain(await prisma.orderBooking.findMany({ where })),
    demand: plain(await prisma.skuDay.findMany({ where })),
  };
}

const textOf = (row: object) =>
  JSON.stringify(row, (_key, value) => (typeof value === 'bigint' ? String(value) : value));
