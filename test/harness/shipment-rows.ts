import type { PrismaClient } from '../../src/db/generated/client.ts';

/** Everything that is stored of a workspace's shipments but our ids and when it was written, in one order. */
export async function shipmentRows(prisma: PrismaClient, workspaceId: string) {
  const where = { workspaceId };
  const omit = { workspaceId: true, deliveryId: true } as const;
  const numbers = await prisma.shipmentNumber.findMany({ where, orderBy: { key: 'asc' } });
  // A series is called by its first number.
  const names = new Map(numbers.toReversed().map(({ key, seriesId }) => [seriesId, key]));
  const plain = (rows: readonly { readonly seriesId: string }[]) =>
    rows
      .map((row) => ({ ...row, seriesId: names.get(row.seriesId) ?? null }))
      .sort((a, b) => (textOf(a) < textOf(b) ? -1 : 1));
  return {
    numbers: numbers.map(({ key, seriesId }) => ({ key, series: names.get(seriesId) })),
    shipments: plain(
      (
        await prisma.shipment.findMany({
          where,
          omit: { workspaceId: true, id: true, orderId: true, updatedAt: true },
        })
      ).map((row) => ({ ...row, ordersWorth: worthsOf(row.ordersWorth) })),
    ),
    events: plain(await prisma.shipmentEvent.findMany({ where, omit })),
    words: plain(await prisma.shipmentWord.findMany({ where, omit })),
  };
}

/** Without the ids of the orders, which are ours. */
const worthsOf = (kept: unknown) =>
  Array.isArray(kept) ? kept.map(({ currency, minor }) => ({ currency, minor })) : null;

const textOf = (row: object) =>
  JSON.stringify(row, (_key, value) => (typeof value === 'bigint' ? String(value) : value));
