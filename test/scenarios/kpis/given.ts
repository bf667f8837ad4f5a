import { newContext } from '../../harness/database.ts';
import { foldAll } from '../../harness/facts.ts';
import { givenOrders } from '../../harness/given-orders.ts';
import { openShop, type Shop } from '../../harness/shop.ts';

// A Thursday, 09:00 in Hamburg.
const at = '2026-03-05T08:00:00Z';

/** Orders promised for days of February and January: of France more came late lately. */
export async function withOrders() {
  const shop = await openShop({ at, stock: {} });
  const order = givenOrders(shop.db.prisma, shop.workspace, () => shop.clock.now());
  const promised = async (number: string, day: string, country: string, isKept: boolean) => {
    const on = new Date(day);
    const until = new Date(on.getTime() + 23 * 3_600_000);
    return await order(number, {
      shipCountry: country,
      placedAt: new Date(on.getTime() - 4 * 86_400_000),
      handedOverAt: new Date(on.getTime() - 2 * 86_400_000),
      deliveredAt: new Date(until.getTime() + (isKept ? -3_600_000 : 3_600_000)),
      promises: [{ on, until }],
    });
  };
  for (let n = 0; n < 40; n += 1) await promised(`D${n}`, '2026-02-10', 'DE', n > 1);
  for (let n = 0; n < 10; n += 1) await promised(`F${n}`, '2026-02-12', 'FR', n > 4);
  for (let n = 0; n < 40; n += 1) await promised(`JD${n}`, '2026-01-10', 'DE', n > 1);
  for (let n = 0; n < 10; n += 1) await promised(`JF${n}`, '2026-01-12', 'FR', n > 0);
  // The first of all: what is asked of the days before it has no data.
  await promised('first', '2025-11-20', 'DE', true);
  await order('open', {
    promises: [{ on: new Date('2026-02-20'), until: new Date('2026-02-20T23:00:00Z') }],
  });
  await order('tried', {
    test: true,
    deliveredAt: new Date('2026-02-20T10:00:00Z'),
    promises: [{ on: new Date('2026-02-20'), until: new Date('2026-02-20T23:00:00Z') }],
  });
  await fold(shop);
  return shop;
}

export async function fold(shop: Shop) {
  await shop.db.prisma.factChange.createMany({
    data: [
      {
        workspaceId: shop.workspace.id,
        family: 'order',
        subject: shop.workspace.id,
        id: shop.workspace.id,
        notedAt: shop.clock.now(),
      },
    ],
    skipDuplicates: true,
  });
  await foldAll(await newContext({ at, workspace: shop.workspace }));
}
