import { expect, test } from 'vitest';
import { lateShop, openParcels, toldShipments } from '../../harness/parcels.ts';
import { scanned, tells } from '../../harness/shipment-story.ts';

test('a bare /shipment says what needs somebody now, and opens it', async () => {
  await using shop = await lateShop();
  await shop.vic.says('/shipment');
  const card = await shop.vic.sees('3 parcels late (€106.40), 1 more will be; 2 exceptions');
  expect(card.ephemeral).toBe(true);
  expect(card.text).toContain('6 parcels on the way · 1 without a promise, not judged');
  await shop.vic.presses(card, 'Exceptions');
  await shop.vic.sees('2 exceptions (€156.40), the oldest for 23 h');
  await shop.vic.says('/shipment');
  await shop.vic.presses(
    await shop.vic.sees('3 parcels late (€106.40), 1 more will be; 2 exceptions'),
    'Late parcels',
  );
  // Its buttons are those of the page of late parcels.
  await expect
    .poll(async () => (await shop.vic.sees('3 parcels late (€106.40), 1 more will be')).offers)
    .toContain('3 late');
});

test('codes that nobody knows are for those who may say what they mean, and an issue about a parcel for its owner', async () => {
  const { shop } = await openParcels();
  await using _ = shop;
  await toldShipments(shop, tells([scanned('2026-03-05 08:00', 'unknown', { code: 'ZX9' })]));
  await shop.omar.says('/shipment');
  const omar = await shop.omar.sees('No parcel needs you now');
  expect(omar.text).toContain('1 code of carriers nobody knows: /ops map says what it means');
  for (const person of [shop.lena, shop.vic]) {
    await person.says('/shipment');
    expect((await person.sees('No parcel needs you now')).text).not.toContain('/ops map');
  }

  await shop.maya.says('/shipment 00340434292135100186');
  await shop.maya.presses(await shop.maya.sees('Shipment 00340434292135100186'), 'Raise issue');
  expect(await shop.maya.sends('Raise an issue', { title: 'The parcel is lost' })).toEqual({});
  await shop.app.catchUp();
  await shop.maya.says('/issue 1');
  await shop.maya.presses(await shop.maya.sees('The parcel is lost'), 'I’m on it');
  await shop.maya.says('/shipment');
  const own = await shop.maya.sees('For you: 1 issue of yours');
  await shop.maya.presses(own, 'Show');
  await shop.maya.sees('The parcel is lost');
});

test('nothing is on its way: until when was looked at', async () => {
  const { shop } = await openParcels();
  await using _ = shop;
  await shop.vic.says('/shipment');
  const card = await shop.vic.sees('No parcel needs you now');
  expect(card.text).toContain('0 parcels on the way');
  expect(card.text).toContain('No shipments have come in yet');
  expect(card.text).toContain('/shipment 25066');
});
