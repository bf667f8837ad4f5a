import { expect, test } from 'vitest';
import { toldShipments as told } from '../../harness/parcels.ts';
import type { Person } from '../../harness/person.ts';
import { berlin, hanover, scanned, tells } from '../../harness/shipment-story.ts';
import { openShop, type Shop } from '../../harness/shop.ts';

// A Thursday, 09:00 in Hamburg.
const at = '2026-03-05T08:00:00Z';
const number = '00340434292135100186';

async function withShipment() {
  const shop = await openShop({ at });
  const about = { carrier: 'DHL', service: 'Paket', to: berlin };
  await told(shop, tells([scanned('2026-03-04 19:00', 'in_transit', { place: hanover })], { about }));
  return shop;
}

async function card(who: Person) {
  await who.says(`/shipment ${number}`);
  return await who.sees(`Shipment ${number}`);
}

async function onlyLooks(shop: Shop, who: Person, role: string) {
  await shop.ada.says(`/ops grant <@${who.id}> viewer`);
  await shop.ada.says(`/ops revoke <@${who.id}> ${role}`);
  await shop.ada.sees('is no longer');
}

/** What was said under the name of one of us. */
async function ours(shop: Shop) {
  const where = { workspaceId: shop.workspace.id, source: { startsWith: 'person ' } };
  const { prisma } = shop.db;
  return (await prisma.shipmentEvent.count({ where })) + (await prisma.shipmentWord.count({ where }));
}

test('who is an operator no longer changes nothing by a form that is open still', async () => {
  await using shop = await withShipment();
  await shop.maya.presses(await card(shop.maya), 'Update');
  await onlyLooks(shop, shop.maya, 'operator');
  const none = { at: null, city: null, reason: null, note: null };
  const answer = await shop.maya.sends('Update a shipment', {
    ...none,
    status: 'delayed',
    estimate: '2026-03-09',
  });
  expect(JSON.stringify(answer)).toContain('You may not');
  expect(await ours(shop)).toBe(0);
});

test('who is a lead no longer neither takes back nor confirms an end, and declares no disruption', async () => {
  await using shop = await withShipment();
  await shop.maya.presses(await card(shop.maya), 'Update');
  const none = { at: null, city: null, reason: null, note: null, estimate: null };
  expect(await shop.maya.sends('Update a shipment', { ...none, status: 'delivered' })).toEqual({});
  await shop.passes(3_600_000);
  await told(shop, tells([scanned('2026-03-05 09:30', 'in_transit', { place: hanover })]));
  const before = await ours(shop);
  const doubted = await card(shop.lena);
  await shop.lena.presses(doubted, 'Not delivered after all');
  await shop.lena.says('/shipment disruption');
  const strikes = await shop.lena.sees('No disruption is declared');
  await onlyLooks(shop, shop.lena, 'lead');
  const answer = await shop.lena.sends('Not delivered after all', { why: 'The neighbour has it' });
  expect(JSON.stringify(answer)).toContain('You may not');
  await shop.lena.presses(doubted, 'It was delivered');
  await shop.lena.sees('You may not');
  await shop.lena.presses(strikes, 'Declare a disruption');
  await expect(shop.lena.seesForm('Declare a disruption')).rejects.toThrow();
  expect(await ours(shop)).toBe(before);
});

test('who has no role gets nothing by the buttons of a shared card, and whoever may look has all of them', async () => {
  await using shop = await withShipment();
  await shop.maya.picksMore(await card(shop.maya), 'Share in channel');
  const shared = await shop.vic.sees('As of Thu 5 Mar 09:00 CET');
  // Somebody who lost their role, as a guest has none.
  await shop.ada.says(`/ops revoke <@${shop.vic.id}> viewer`);
  await shop.ada.sees('Vic is no longer');
  for (const button of ['Show to me', 'Watch', 'Raise issue']) {
    const before = (await shop.vic.seesAll()).length;
    await shop.vic.presses(shared, button);
    await expect
      .poll(async () => (await shop.vic.seesAll()).slice(before).join())
      .toContain('You have no role here.');
  }
  await shop.vic.picksMore(shared, 'Refresh');
  expect(await shop.db.prisma.subjectWatch.count({ where: { workspaceId: shop.workspace.id } })).toBe(0);
  await shop.ada.says(`/ops grant <@${shop.vic.id}> viewer`);
  await shop.ada.sees('Vic is now a viewer');
  for (const button of ['Show to me', 'Watch', 'Raise issue']) await shop.vic.presses(shared, button);
  await shop.vic.seesForm('Raise an issue');
  await shop.vic.sees('Watched for Vic', 'dm');
});
