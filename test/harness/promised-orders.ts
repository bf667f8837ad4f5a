import { newContext } from './database.ts';
import { foldAll } from './facts.ts';
import { givenOrders } from './given-orders.ts';
import type { Shop } from './shop.ts';

const hourMs = 3_600_000;

/** Orders that were promised for a day and delivered, so many of them in time; `country`: where they went. */
export async function promisedOrders(
  shop: Shop,
  day: string,
  { kept, late, country = 'DE' }: { readonly kept: number; readonly late: number; readonly country?: string },
): Promise<void> {
  const order = givenOrders(shop.db.prisma, shop.workspace, () => shop.clock.now());
  const on = new Date(day);
  const until = new Date(on.getTime() + 23 * hourMs);
  for (let n = 0; n < kept + late; n += 1)
    await order(`${country}${day}-${n}`, {
      shipCountry: country,
      placedAt: new Date(on.getTime() - 96 * hourMs),
      handedOverAt: new Date(on.getTime() - 48 * hourMs),
      deliveredAt: new Date(until.getTime() + (n < kept ? -hourMs : hourMs)),
      promises: [{ on, until }],
    });
  await foldOrders(shop);
}

/** Makes facts of all orders of a shop, as if they had been noted. */
export async function foldOrders(shop: Shop): Promise<void> {
  const { id: workspaceId } = shop.workspace;
  const orders = await shop.db.prisma.order.findMany({ where: { workspaceId }, select: { id: true } });
  await shop.db.prisma.factChange.createMany({
    data: [workspaceId, ...orders.map(({ id }) => id)].map((subject) => ({
      workspaceId,
      family: 'order',
      subject,
      id: workspaceId,
      notedAt: shop.clock.now(),
    })),
    skipDuplicates: true,
  });
  await foldAll(await newContext({ at: shop.clock.now().toISOString(), workspace: shop.workspace }));
}
