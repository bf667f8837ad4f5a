import { asSystem } from '../../src/core/runtime/system.ts';
import { type OrderStatement, tellOrders } from '../../src/features/orders/index.ts';
import { type ShipmentStatement, tellShipments } from '../../src/features/shipments/index.ts';
import type { Place } from '../../src/features/shipments/telling/model.ts';
import { newContext } from './database.ts';
import { scanned, tells } from './shipment-story.ts';
import { openShop, type Shop } from './shop.ts';
import { moment } from './statements.ts';

/** A Thursday, 09:00 in Hamburg. */
const thursday = '2026-03-05T08:00:00Z';

const hamburg: Place = { city: 'Hamburg', region: null, country: 'DE' };
const berlinMitte: Place = { city: 'Berlin', region: null, country: 'DE', area: '10' };
const paris: Place = { city: 'Paris', region: null, country: 'FR' };
const dhl = { carrier: 'DHL', service: 'Paket', from: hamburg, to: berlinMitte };

/** A source tells of shipments. */
export async function toldShipments(shop: Shop, ...statements: readonly ShipmentStatement[]) {
  const ctx = await newContext({ workspace: shop.workspace, at: shop.clock.now().toISOString() });
  await tellShipments.call(asSystem(ctx, 'test'), { statements: [...statements] });
  await shop.app.catchUp();
  await shop.app.idle();
}

/** A shop tells of an order of some cents, in parcels, promised for a day of March. */
export async function toldOrder(
  shop: Shop,
  number: string,
  {
    tracking,
    valueMinor,
    day,
    shipBy,
    currency = 'EUR',
    totalMinor,
  }: {
    readonly tracking: readonly string[];
    readonly valueMinor: bigint;
    readonly day: string | null;
    readonly shipBy?: Date | undefined;
    readonly currency?: string | undefined;
    /** What the customer pays, with postage. */
    readonly totalMinor?: bigint | undefined;
  },
) {
  const ctx = await newContext({ workspace: shop.workspace, at: shop.clock.now().toISOString() });
  const at = moment('2026-03-01 09:00');
  const statement: OrderStatement = {
    order: { channel: 'shopify', number, external: null },
    source: 'shop',
    facet: 'order',
    versionAt: at,
    deliveryId: null,
    header: {
      kind: 'sale',
      currency,
      placedAt: at,
      ...(shipBy && { shipBy }),
      ...(totalMinor && { totalMinor }),
    },
    lines: {
      tells: 'whole',
      of: [{ id: '1', code: 'MUG-01', item: null, quantity: 1, unitPriceMinor: valueMinor }],
    },
    fulfilments: tracking.map((one) => ({
      externalId: one,
      state: 'labelled',
      at,
      location: null,
      carrier: null,
      service: null,
      tracking: [one],
      lines: null,
    })),
    ...(day !== null && { promises: [{ kind: 'date', on: `2026-03-${day}`, toldAt: at }] }),
  };
  await tellOrders.call(asSystem(ctx, 'test'), { statements: [statement] });
}

/** A shop at that time, and a way to send an order in one parcel. */
export async function openParcels(at = thursday) {
  const shop = await openShop({ at });
  const sends = async (
    number: string,
    tracking: string,
    valueMinor: bigint,
    day: string | null,
    rest: { readonly shipBy?: Date } = {},
  ) => await toldOrder(shop, number, { tracking: [tracking], valueMinor, day, ...rest });
  return { shop, sends };
}

/**
 * Late: A1 by the carrier, A2 on time from us and unattributed, B1 without an order; A3 will be. C1 has no promise, D1 came
 * late, E1 turned back.
 */
export async function lateShop() {
  const { shop, sends } = await openParcels();
  await sends('1042', 'A1', 8_640n, '03');
  await sends('1043', 'A2', 2_000n, '03', { shipBy: moment('2026-03-02 18:00') });
  await sends('1044', 'A3', 1_000n, '06');
  await sends('1045', 'D1', 5_000n, '03');
  await sends('1046', 'E1', 7_000n, '03');
  await toldShipments(
    shop,
    tells(
      [
        scanned('2026-03-02 15:00', 'picked_up'),
        scanned('2026-03-04 12:00', 'delayed', { reason: 'carrier_delay' }),
      ],
      {
        tracking: 'A1',
        about: { ...dhl, estimate: { kind: 'date', on: '2026-03-06' } },
      },
    ),
    tells([scanned('2026-03-02 15:00', 'picked_up')], { tracking: 'A2', about: dhl }),
    tells([scanned('2026-03-04 15:00', 'picked_up')], {
      tracking: 'A3',
      about: { ...dhl, estimate: { kind: 'date', on: '2026-03-07' } },
    }),
    tells([scanned('2026-03-03 15:00', 'in_transit')], {
      tracking: 'B1',
      about: {
        carrier: 'UPS',
        service: 'Standard',
        from: hamburg,
        to: paris,
        promise: { kind: 'date', on: '2026-03-04' },
      },
    }),
    tells([scanned('2026-03-04 15:00', 'in_transit')], { tracking: 'C1', about: { carrier: 'DHL' } }),
    tells([scanned('2026-03-02 15:00', 'picked_up'), scanned('2026-03-04 10:00', 'delivered')], {
      tracking: 'D1',
      about: dhl,
    }),
    tells(
      [
        scanned('2026-03-02 15:00', 'picked_up'),
        scanned('2026-03-04 10:00', 'return_to_sender', { reason: 'consignee_refused' }),
      ],
      { tracking: 'E1', about: dhl },
    ),
  );
  return shop;
}
