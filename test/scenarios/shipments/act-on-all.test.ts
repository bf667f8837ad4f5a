import { expect, test } from 'vitest';
import { lateShop, toldShipments } from '../../harness/parcels.ts';
import { scanned, tells } from '../../harness/shipment-story.ts';

test('a lead asks customer service to tell the customers of all late parcels; what came meanwhile is left alone, and twice makes no second issue', async () => {
  await using shop = await lateShop();
  const issues = async () =>
    await shop.db.prisma.issue.count({ where: { workspaceId: shop.workspace.id, kind: 'customer' } });
  const selects = async (n: number) => {
    await shop.lena.says('/shipment late');
    await shop.lena.presses(await shop.lena.sees(`${n} parcels late`), `${n} late`);
    await shop.lena.presses(await shop.lena.sees(`${n} parcels late: A`), `Act on all ${n}`);
    return await shop.lena.sees(`${n} shipments selected`);
  };
  const selected = await selects(3);
  await toldShipments(shop, tells([scanned('2026-03-05 08:59', 'delivered')], { tracking: 'B1' }));
  await shop.lena.presses(selected, 'Tell customer service');
  await shop.lena.sees('It has begun: ask customer service to tell the customers of 3 shipments');
  await shop.app.idle();
  await shop.app.catchUp();
  const end = await shop.lena.sees(
    'Asked customer service to tell the customers of 2 of 3 shipments: 1 changed meanwhile',
    'dm',
  );
  expect(end.text).toContain('Shipment B1: Selected as “in transit”, now “delivered”');
  expect(await issues()).toBe(2);
  // The list says for which it was asked, and a second time who asked and when.
  const again = await selects(2);
  const list = await shop.lena.sees('2 parcels late: A');
  expect(list.text).toContain('customer service was asked, #1');
  await shop.lena.presses(again, 'Tell customer service');
  await shop.app.idle();
  await shop.app.catchUp();
  const nothing = await shop.lena.sees('Nothing new: 2 asked for already', 'dm');
  expect(nothing.text).toMatch(/Shipment \w+.*: Lena asked Thu 5 Mar 09:00 CET: issue #1\./);
  expect(await issues()).toBe(2);
  const told = await shop.db.prisma.issueEvent.count({
    where: { workspaceId: shop.workspace.id, what: 'seen again' },
  });
  expect(told).toBe(0);
});

test('an operator is not offered it', async () => {
  await using shop = await lateShop();
  await shop.maya.says('/shipment late');
  await shop.maya.presses(await shop.maya.sees('3 parcels late'), '3 late');
  const list = await shop.maya.sees('The earliest promise first');
  expect(list.offers.join()).not.toContain('Act on all');
});
