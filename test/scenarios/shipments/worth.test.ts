import { expect, test } from 'vitest';
import { asSystem } from '../../../src/core/runtime/system.ts';
import { getExceptions } from '../../../src/features/shipments/exceptions/read.ts';
import { getLate } from '../../../src/features/shipments/late/read.ts';
import { chanceFrom } from '../../harness/chance.ts';
import { newContext } from '../../harness/database.ts';
import { openParcels, toldOrder, toldShipments } from '../../harness/parcels.ts';
import { scanned, tells } from '../../harness/shipment-story.ts';

const from = { city: 'Hamburg', region: null, country: 'DE' };
const to = { city: 'Berlin', region: null, country: 'DE', area: '10' };
const delayed = (tracking: string, carrier: string) =>
  tells([scanned('2026-03-02 15:00', 'picked_up'), scanned('2026-03-04 12:00', 'delayed')], {
    tracking,
    about: { carrier, service: 'Paket', from, to },
  });

/** P1 brings 1042 and 1043, P2 brings 1043 and 1044, P3 the rest of 1044, P4 nothing but 1045; all are late and delayed. */
async function sharedShop() {
  const { shop } = await openParcels();
  const sent = { day: '03' } as const;
  await toldOrder(shop, '1042', { ...sent, tracking: ['P1'], valueMinor: 1_000n });
  await toldOrder(shop, '1043', { ...sent, tracking: ['P1', 'P2'], valueMinor: 2_000n, currency: 'USD' });
  await toldOrder(shop, '1044', { ...sent, tracking: ['P2', 'P3'], valueMinor: 4_000n });
  await toldOrder(shop, '1045', { ...sent, tracking: ['P4'], valueMinor: 8_000n });
  await toldShipments(
    shop,
    delayed('P1', 'DHL'),
    delayed('P2', 'DHL'),
    delayed('P3', 'UPS'),
    delayed('P4', 'UPS'),
  );
  return shop;
}

test('an order counts once however many parcels it is in, and each order of a parcel in its own currency', async () => {
  await using shop = await sharedShop();
  await shop.vic.says('/shipment late');
  const late = await shop.vic.sees('4 parcels late (€130.00 and US$20.00)');
  expect(late.text).toContain('DHL · DE → DE 10 · Paket: 2 late · 3 orders, €50.00 and US$20.00');
  expect(late.text).toContain('UPS · DE → DE 10 · Paket: 2 late · 2 orders, €120.00');
  await shop.vic.says('/shipment late DHL');
  await shop.vic.sees('2 parcels late (€50.00 and US$20.00)');
  await shop.vic.says('/shipment exceptions');
  await shop.vic.sees('4 exceptions (€130.00 and US$20.00)');
  await shop.vic.presses(late, '4 late');
  const list = await shop.vic.sees('The earliest promise first');
  expect(list.text).toContain('order 1042 and 1 more, €10.00 and US$20.00');
  expect(list.text).toContain('order 1043 and 1 more, €40.00 and US$20.00');
  expect(list.text).toContain('order 1044, €40.00');
});

test('a disruption counts what is still on its way, each order once', async () => {
  await using shop = await sharedShop();
  await shop.lena.says('/shipment disruption');
  await shop.lena.presses(await shop.lena.sees('No disruption is declared'), 'Declare a disruption');
  await shop.lena.sends('Declare a disruption', {
    kind: 'strike',
    carrier: null,
    origin: null,
    destination: 'DE',
    fromAt: String(Date.parse('2026-03-02T00:00:00Z') / 1_000),
    untilAt: null,
  });
  const declared = await shop.lena.sees('Strike, anywhere → DE is declared');
  expect(declared.text).toContain(
    '4 parcels in trouble from it, all still on their way (€130.00 + US$20.00)',
  );
  // 1043 is in P2 too, which is delivered: what is left of it is worth all of it.
  await toldShipments(
    shop,
    ...['P2', 'P4'].map((tracking) => tells([scanned('2026-03-05 08:30', 'delivered')], { tracking })),
  );
  await shop.lena.says('/shipment disruption');
  await shop.lena.sees('4 parcels in trouble from it, 2 still on their way (€50.00 + US$20.00), 2 delivered');
});

test('an order that is not the latest of its parcel has that parcel on its card', async () => {
  await using shop = await sharedShop();
  await shop.vic.says('/order 1044');
  const card = await shop.vic.sees('1044');
  expect(card.text).toContain('P2');
  expect(card.text).toContain('P3');
});

test('any orders in any parcels come to what a sum over the orders comes to', async () => {
  const chance = chanceFrom(27);
  for (let round = 0; round < 3; round += 1) {
    const { shop } = await openParcels();
    await using _ = shop;
    // Late and delayed, late alone, delayed alone, neither: by the parcel's number.
    const parcels = Array.from({ length: 10 }, (_, n) => `P${n}`);
    const isDelayed = (tracking: string) => Number(tracking.slice(1)) % 2 === 0;
    const orders = Array.from({ length: 12 }, (_, n) => ({
      number: `${3_000 + n}`,
      currency: chance.below(2) === 0 ? 'EUR' : 'USD',
      valueMinor: BigInt(2 ** n) * 100n,
      tracking: parcels.filter(() => chance.below(5) === 0),
    })).filter(({ tracking }) => tracking.length > 0);
    for (const { number, ...rest } of orders) await toldOrder(shop, number, { ...rest, day: '03' });
    await toldShipments(
      shop,
      ...parcels.map((tracking) =>
        isDelayed(tracking)
          ? delayed(tracking, 'DHL')
          : tells([scanned('2026-03-04 15:00', 'picked_up')], { tracking, about: { carrier: 'UPS' } }),
      ),
    );
    const worth = (some: typeof orders) =>
      ['EUR', 'USD'].flatMap((currency) => {
        const own = some.filter((one) => one.currency === currency);
        return own.length === 0 ? [] : [[currency, own.reduce((sum, one) => sum + one.valueMinor, 0n)]];
      });
    const sorted = (amounts: ReadonlyMap<string, bigint>) =>
      [...amounts].filter(([, minor]) => minor > 0n).toSorted();
    const ctx = asSystem(
      await newContext({ workspace: shop.workspace, at: shop.clock.now().toISOString() }),
      'test',
    );
    const { late } = await getLate.call(ctx, { of: null });
    const bringing = orders.flatMap(({ tracking }) => tracking);
    expect(late.parcels).toBe(new Set(bringing).size);
    expect(late.orders).toBe(orders.length);
    expect(sorted(late.amounts)).toEqual(worth(orders));
    const { amounts } = await getExceptions.call(ctx, {});
    expect(sorted(amounts)).toEqual(worth(orders.filter(({ tracking }) => tracking.some(isDelayed))));
  }
});

test('an order and its parcel say which amount is with postage and which is of goods, and lists say which they add up', async () => {
  const { shop } = await openParcels();
  await using _ = shop;
  await toldOrder(shop, '1042', { tracking: ['A1'], valueMinor: 5_200n, totalMinor: 5_690n, day: '03' });
  await toldShipments(shop, tells([scanned('2026-03-02 15:00', 'picked_up')], { tracking: 'A1' }));
  await shop.vic.says('/order 1042');
  await shop.vic.sees('€56.90 with postage, €52.00 of goods');
  await shop.vic.says('/shipment A1');
  await shop.vic.sees('order 1042, €52.00 of goods');
  await shop.vic.says('/shipment late');
  const late = await shop.vic.sees('1 parcel late (€52.00)');
  expect(late.text).toContain('Amounts are of goods, without postage');
  await shop.vic.presses(late, '1 late');
  expect((await shop.vic.sees('1 parcel late: A1')).text).toContain('Amounts are of goods, without postage');
});
