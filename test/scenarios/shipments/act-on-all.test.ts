import { expect, test } from 'vitest';
import { lateShop, toldShipments } from '../../harness/parcels.ts';
import type { Seen } from '../../harness/seen.ts';
import { scanned, tells } from '../../harness/shipment-story.ts';
import type { Shop } from '../../harness/shop.ts';

type Member = Shop['lena'];

/** What a list of late parcels comes to, selected. */
async function selects(shop: Shop, who: Member, n: number): Promise<Seen> {
  await who.says('/shipment late');
  await who.presses(await who.sees(`${n} parcels late`), `${n} late`);
  await who.presses(await who.sees(`${n} parcels late: A`), `Act on all ${n}`);
  await shop.app.idle();
  return await who.sees(`${n} shipments selected`);
}

async function works(shop: Shop) {
  await shop.app.idle();
  await shop.app.catchUp();
}

const issuesOf = (shop: Shop, kind: string) =>
  shop.db.prisma.issue.findMany({
    where: { workspaceId: shop.workspace.id, kind },
    orderBy: { number: 'asc' },
  });

test('a lead asks customer service by one issue about all late parcels; what came meanwhile is left alone, and twice makes no second issue', async () => {
  await using shop = await lateShop();
  const selected = await selects(shop, shop.lena, 3);
  await toldShipments(shop, tells([scanned('2026-03-05 08:59', 'delivered')], { tracking: 'B1' }));
  await shop.lena.presses(selected, 'Tell customer service');
  await shop.lena.sees(
    'It has begun: ask customer service to tell the customers of 3 shipments, in one issue',
  );
  await works(shop);
  const end = await shop.lena.sees(
    'Asked customer service to tell the customers of 2 of 3 shipments: 1 changed meanwhile',
    'dm',
  );
  expect(end.text).toContain('Shipment B1: Selected as “in transit”, now “delivered”');
  expect(end.text).toContain('#1 Tell the customers of 2 parcels how they stand');
  const [issue, ...others] = await issuesOf(shop, 'customer');
  expect(others).toEqual([]);
  expect(issue).toMatchObject({
    department: 'customer service',
    details: expect.stringContaining('As of Thu 5 Mar 09:00 CET: 2 parcels late, €106.40 of orders.'),
  });
  // Its card shows its parcels as they stand now, with what else can be done with them.
  await shop.lena.presses(end, 'Show the issue');
  const card = await shop.lena.sees('About 2 parcels: 2 parcels still on their way (€106.40)', 'dm');
  await toldShipments(shop, tells([scanned('2026-03-05 08:59', 'delivered')], { tracking: 'A2' }));
  await shop.lena.presses(card, 'Show it');
  const list = await shop.lena.sees('2 parcels raised together: issue #1', 'dm');
  expect(list.text).toMatch(/A2 · delivered since 08:59 CET/);
  expect(list.offers).toEqual(expect.arrayContaining(['Show A1', 'As CSV', 'Act on all 2']));
  await shop.lena.presses(list, 'As CSV');
  await works(shop);
  await shop.lena.sees('2 shipments as CSV', 'dm');
});

test('asking again adds nothing for whom it was asked; only new parcels make a new issue, and each parcel says which is its', async () => {
  await using shop = await lateShop();
  await shop.lena.presses(await selects(shop, shop.lena, 3), 'Tell customer service');
  await works(shop);
  // The list says for which it was asked, and a second time who asked and when.
  const again = await selects(shop, shop.lena, 3);
  const list = await shop.lena.sees('3 parcels late: A');
  expect(list.text.match(/customer service was asked, #1/g)).toHaveLength(3);
  await shop.lena.presses(again, 'Tell customer service');
  await works(shop);
  const nothing = await shop.lena.sees('Nothing new: 3 asked for already', 'dm');
  expect(nothing.text).toMatch(/Shipment \w+.*: Lena asked Thu 5 Mar 09:00 CET: issue #1\./);
  expect(nothing.offers).not.toContain('Show the issue');
  expect(await issuesOf(shop, 'customer')).toHaveLength(1);
  // On its own card too.
  await shop.lena.says('/shipment A1');
  const parcel = await shop.lena.sees('Open issue: #1 Tell the customers of 3 parcels how they stand');
  await shop.lena.presses(parcel, 'Text for the customer');
  await shop.lena.presses(await shop.lena.sees('For the customer of shipment A1'), 'Tell customer service');
  await shop.lena.sees('Customer service has it already: Lena asked 09:00 CET: issue #1.');
  expect(await issuesOf(shop, 'customer')).toHaveLength(1);
  // A fourth one is late by now.
  await toldShipments(
    shop,
    tells([scanned('2026-03-04 15:00', 'in_transit')], {
      tracking: 'AB9',
      about: { carrier: 'DHL', promise: { kind: 'date', on: '2026-03-04' } },
    }),
  );
  await shop.lena.presses(await selects(shop, shop.lena, 4), 'Tell customer service');
  await works(shop);
  await shop.lena.sees('of 1 of 4 shipments: 3 asked for already', 'dm');
  expect((await issuesOf(shop, 'customer')).map(({ title }) => title)).toEqual([
    'Tell the customers of 3 parcels how they stand',
    'Tell the customer of 1 parcel how it stands',
  ]);
  const seenAgain = await shop.db.prisma.issueEvent.count({
    where: { workspaceId: shop.workspace.id, what: 'seen again' },
  });
  expect(seenAgain).toBe(0);
});

test('an operator raises one issue about a list, which says what it is; two people at once make one', async () => {
  await using shop = await lateShop();
  const mine = await selects(shop, shop.maya, 3);
  const hers = await selects(shop, shop.lena, 3);
  await Promise.all([shop.maya.presses(mine, 'Raise one issue'), shop.lena.presses(hers, 'Raise one issue')]);
  await works(shop);
  const [issue, ...others] = await issuesOf(shop, 'shipment');
  expect(others).toEqual([]);
  expect(issue).toMatchObject({
    title: '3 parcels late, €106.40 of orders',
    department: 'shipping',
    severity: 'normal',
  });
  const { name } = await shop.db.prisma.person.findFirstOrThrow({
    where: { workspaceId: shop.workspace.id, id: issue?.reporterId ?? '' },
  });
  const [winner, loser] = name === 'Maya' ? [shop.maya, shop.lena] : [shop.lena, shop.maya];
  await winner.sees('Raised one issue for 3 shipments', 'dm');
  const nothing = await loser.sees('Nothing new: 3 in an issue already', 'dm');
  expect(nothing.text).toContain(`${name} raised it Thu 5 Mar 09:00 CET: issue #1.`);
  await shop.maya.presses(mine, 'Raise one issue');
  await shop.maya.sees('You have acted on this selection: each is good for once.');
  // What stands in an issue is not raised from there once more.
  await winner.presses(await winner.sees('Raised one issue for 3 shipments', 'dm'), 'Show the issue');
  await winner.presses(await winner.sees('About 3 parcels', 'dm'), 'Show it');
  await winner.presses(await winner.sees('3 parcels raised together: issue #1', 'dm'), 'Act on all 3');
  await winner.presses(await winner.sees('3 shipments selected', 'dm'), 'Raise one issue');
  await works(shop);
  await winner.sees('These stand in one issue already.', 'dm');
  expect(await issuesOf(shop, 'shipment')).toHaveLength(1);
});

test('done is done: the list says so, and who asks then asks anew', async () => {
  await using shop = await lateShop();
  await shop.lena.presses(await selects(shop, shop.lena, 3), 'Tell customer service');
  await works(shop);
  await shop.lena.says('/issue 1');
  await shop.lena.presses(await shop.lena.sees('Tell the customers of 3 parcels how they stand'), 'Done');
  await shop.lena.sends('How did it end?', { code: 'fixed', note: null });
  const again = await selects(shop, shop.lena, 3);
  expect((await shop.lena.sees('3 parcels late: A')).text).toContain('customer service is done, #1');
  await shop.lena.presses(again, 'Tell customer service');
  await works(shop);
  expect(await issuesOf(shop, 'customer')).toHaveLength(2);
});

test('an operator is offered one issue and not to tell customer service; a viewer is offered nothing', async () => {
  await using shop = await lateShop();
  const selected = await selects(shop, shop.maya, 3);
  expect(selected.offers).toContain('Raise one issue');
  expect(selected.offers).not.toContain('Tell customer service');
  await shop.vic.says('/shipment late');
  await shop.vic.presses(await shop.vic.sees('3 parcels late'), '3 late');
  const list = await shop.vic.sees('The earliest promise first');
  expect(list.offers.join()).not.toContain('Act on all');
});
