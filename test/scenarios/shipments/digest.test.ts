import { expect, test } from 'vitest';
import { asSystem } from '../../../src/core/runtime/system.ts';
import { tellShipments } from '../../../src/features/shipments/index.ts';
import { newContext } from '../../harness/database.ts';
import { linesOf, sectionFor, sectionIn } from '../../harness/digest.ts';
import { lateShop, openParcels, toldShipments } from '../../harness/parcels.ts';
import { hanover, scanned, tells } from '../../harness/shipment-story.ts';
import { openShop, type Shop } from '../../harness/shop.ts';

const contextOf = async (shop: Shop) =>
  await newContext({ workspace: shop.workspace, at: shop.clock.now().toISOString() });

test('a shop whose parcels are well says nothing of them', async () => {
  const { shop } = await openParcels();
  await using _ = shop;
  const ctx = await contextOf(shop);
  for (const key of ['shipments.risk', 'shipments.disrupted', 'shipments.lanes'])
    expect(await sectionIn(ctx, key)).toBeNull();
});

test('what is late or wrong: as many as the cards behind it, the most value first, with what to do', async () => {
  await using shop = await lateShop();
  const ctx = await contextOf(shop);
  const part = await sectionIn(ctx, 'shipments.risk');
  expect(part).toMatchObject({
    finding: '3 parcels late (€106.40), 1 more will be; 2 exceptions',
    urgency: 'now',
  });
  expect(part?.open?.text.text).toBe('Late parcels');
  expect(linesOf(part)).toEqual([
    'DHL · DE → DE 10 · Paket: 2 late, 1 will be · 3 orders, €116.40 at risk',
    '1 delayed because of the carrier · since Wed 4 Mar 12:00 CET · €86.40 · tell the customer, promise a new day',
    '1 on its way back because of the customer · since Wed 4 Mar 10:00 CET · €70.00 · ask the customer why, and refund when it is here',
    'UPS · DE → FR · Standard: 1 late · no order of ours',
  ]);
  expect(part?.total).toBe(part?.lines.length);
  await shop.vic.says('/shipment late');
  await shop.vic.sees('3 parcels late (€106.40), 1 more will be');
  await shop.vic.says('/shipment exceptions');
  await shop.vic.sees('2 exceptions (€156.40)');
  const nobody = { kind: 'console', id: 'x', name: 'x', roles: [], timeZone: 'UTC' } as const;
  expect(await sectionFor({ ...ctx, actor: nobody }, 'shipments.risk')).toBeNull();
});

test('one parcel that will be late is no reason to run', async () => {
  const { shop, sends } = await openParcels();
  await using _ = shop;
  await sends('1044', 'A3', 1_000n, '06');
  await toldShipments(
    shop,
    tells([scanned('2026-03-04 15:00', 'picked_up')], {
      tracking: 'A3',
      about: { carrier: 'DHL', estimate: { kind: 'date', on: '2026-03-07' } },
    }),
  );
  expect(await sectionIn(await contextOf(shop), 'shipments.risk')).toMatchObject({
    finding: 'No parcel is late, 1 will be (€10.00)',
    urgency: 'look',
    total: 1,
  });
});

test('a lane in trouble, until a declared strike takes it over', async () => {
  await using shop = await openShop({ at: '2026-03-05T08:00:00Z' });
  const about = {
    carrier: 'DHL',
    from: { city: 'Hamburg', region: null, country: 'DE' },
    to: { city: 'Paris', region: null, country: 'FR' },
  };
  const statements = Array.from({ length: 40 }, (_, n) =>
    tells(
      [scanned('2026-03-04 12:00', 'in_transit', { place: hanover }), scanned('2026-03-05 08:00', 'delayed')],
      { tracking: `JJD${String(n).padStart(6, '0')}`, about },
    ),
  );
  await tellShipments.call(asSystem(await contextOf(shop), 'test'), { statements });
  await shop.comes('2026-03-05T08:05:00Z');
  await shop.app.catchUp();
  await shop.app.idle();
  const burst = await sectionIn(await contextOf(shop), 'shipments.lanes');
  expect(burst).toMatchObject({
    finding: '1 lane in trouble: DHL DE → FR, 40 parcels still on their way',
    urgency: 'now',
    total: 1,
  });
  expect(burst?.open?.text.text).toBe('40 parcels');
  expect(linesOf(burst)).toEqual(['DHL DE → FR since Thu 5 Mar 09:05 CET: 40 parcels still on their way']);

  await shop.lena.says('/shipment disruption');
  await shop.lena.presses(await shop.lena.sees('No disruption is declared'), 'Declare a disruption');
  const strike = { kind: 'strike', carrier: 'dhl', origin: null, destination: 'France', fromAt: null };
  expect(await shop.lena.sends('Declare a disruption', { ...strike, untilAt: null })).toEqual({});
  await shop.lena.sees('Strike at dhl, anywhere → FR is declared');
  await shop.app.catchUp();
  const part = await sectionIn(await contextOf(shop), 'shipments.disrupted');
  expect(part).toMatchObject({
    finding: '1 disruption: Strike at dhl, anywhere → FR',
    urgency: 'look',
    total: 1,
  });
  expect(part?.open?.text.text).toBe('1 disruption');
  expect(linesOf(part)).toEqual([
    'Strike at dhl, anywhere → FR · since Wed 4 Mar 09:05 CET · 40 parcels in trouble from it, all still on their way; no other on its lanes',
  ]);
  expect(await sectionIn(await contextOf(shop), 'shipments.lanes')).toBeNull();
  await shop.vic.says('/shipment disruption');
  await shop.vic.sees('1 disruption: Strike at dhl, anywhere → FR');
});
