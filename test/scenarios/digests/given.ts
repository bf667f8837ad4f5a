import { asSystem } from '../../../src/core/runtime/system.ts';
import { type OrderStatement, tellOrders } from '../../../src/features/orders/index.ts';
import { newContext } from '../../harness/database.ts';
import { toldOrder, toldShipments } from '../../harness/parcels.ts';
import { scanned, tells } from '../../harness/shipment-story.ts';
import type { Shop } from '../../harness/shop.ts';
import { moment } from '../../harness/statements.ts';

const atOnce = 100;

/** Orders that were promised for Wednesday, 4 March, and are delivered: so many of them that day, the others the next morning. */
export async function tellsDelivered(shop: Shop, { kept, late }: { kept: number; late: number }) {
  const ctx = asSystem(
    await newContext({ workspace: shop.workspace, at: shop.clock.now().toISOString() }),
    'test',
  );
  const placedAt = moment('2026-03-01 09:00');
  const all = Array.from({ length: kept + late }, (_, n): OrderStatement => {
    const at = moment(n < kept ? '2026-03-04 15:00' : '2026-03-05 07:00');
    return {
      order: { channel: 'shopify', number: `${20_000 + n}`, external: null },
      source: 'shop',
      facet: 'order',
      versionAt: at,
      deliveryId: null,
      header: { kind: 'sale', currency: 'EUR', placedAt },
      lines: {
        tells: 'whole',
        of: [{ id: '1', code: 'MUG-01', item: null, quantity: 1, unitPriceMinor: 2_000n }],
      },
      fulfilments: [
        {
          ...{ externalId: `F${n}`, state: 'delivered', at },
          ...{ location: null, carrier: null, service: null, tracking: [], lines: null },
        },
      ],
      promises: [{ kind: 'date', on: '2026-03-04', toldAt: placedAt }],
    };
  });
  for (let from = 0; from < all.length; from += atOnce)
    await tellOrders.call(ctx, { statements: all.slice(from, from + atOnce) });
  await shop.app.catchUp();
  await shop.app.idle();
}

/** An order in one parcel that was promised for that Wednesday, and is on its way. */
export async function sends(shop: Shop, tracking: string) {
  await toldOrder(shop, `1${tracking}`, { tracking: [tracking], valueMinor: 2_000n, day: '04' });
}

/** Its carrier tells of its delivery. */
export async function scans(shop: Shop, at: string, ...tracking: readonly string[]) {
  await toldShipments(
    shop,
    ...tracking.map((one) => tells([scanned(at, 'delivered')], { tracking: one, about: { carrier: 'DHL' } })),
  );
}
