import { expect, test } from 'vitest';
import { headlineOf, sumOf } from '../../../src/features/orders/backlog/cells.ts';
import { exportPage, listPage, ordersList } from '../../../src/features/orders/backlog/list.ts';
import { wholeBacklog } from '../../../src/features/orders/backlog/model.ts';
import { getBacklog } from '../../../src/features/orders/backlog/read.ts';
import { chanceFrom } from '../../harness/chance.ts';
import { newContext } from '../../harness/database.ts';
import { givenOrders } from '../../harness/given-orders.ts';
import { importing } from '../../harness/import.ts';
import { openShop, type Shop } from '../../harness/shop.ts';

// A Tuesday, 09:00 in Hamburg; 03:00 in New York; 17:00 in Tokyo.
const at = '2026-03-03T08:00:00Z';
const on = (text: string) => new Date(text);

/** Hamburg, where DHL collects at 16:00 and UPS at 20:30, and New York and Tokyo without collections. */
async function openPlaces() {
  const shop = await openShop({ at, stock: { 'MUG-01': 1 } });
  const hamburg = await shop.given.location({ code: 'HAM', name: 'Hamburg' });
  const newYork = await place(shop, 'NYC', 'New York', 'America/New_York');
  const tokyo = await place(shop, 'TYO', 'Tokyo', 'Asia/Tokyo');
  const ctx = { ...(await newContext()), workspace: shop.workspace, now: shop.clock.now() };
  await importing(ctx, 'carriers FILE', 'carrier,service,name\nDHL,,\nDHL,PAKET,Paket\nUPS,,\n');
  await importing(
    ctx,
    'collections FILE',
    'location,carrier,service,weekdays,cut_off\nHAM,DHL,,Mon–Fri,16:00\nHAM,UPS,,Mon–Fri,20:30\n',
  );
  await shop.given.feed({ kind: 'orders', source: 'shopify', heardAt: on('2026-03-03T07:55:00Z') });
  const order = givenOrders(shop.db.prisma, shop.workspace, () => shop.clock.now());
  return { shop, order, hamburg, newYork, tokyo };
}

async function place(shop: Shop, code: string, name: string, timeZone: string): Promise<string> {
  const id = await shop.given.location({ code, name });
  await shop.db.prisma.location.updateMany({
    where: { workspaceId: shop.workspace.id, id },
    data: { timeZone },
  });
  return id;
}

const overdue = on('2026-03-03T07:00:00Z');
const longOverdue = on('2026-03-02T07:00:00Z');
const forCutOff = on('2026-03-03T15:00:00Z');

test('the backlog begins with what is to ship, late and for the next truck; holds stand apart', async () => {
  const { shop, order, hamburg } = await openPlaces();
  await using _ = shop;
  const here = { locationId: hamburg, openMinor: 1_000n };
  await order('1', { ...here, stage: 'paid', shipBy: longOverdue });
  await order('2', { ...here, stage: 'packed', shipBy: overdue });
  await order('3', { ...here, stage: 'packed', shipBy: forCutOff });
  await order('4', { ...here, stage: 'paid', shipBy: on('2026-03-03T20:00:00Z') });
  await order('5', { ...here, stage: 'paid', shipBy: on('2026-03-04T15:00:00Z') });
  await order('6', { ...here, stage: 'paid', shipBy: overdue, holds: [{ from: overdue }] });
  for (const flags of [
    { test: true },
    { draft: true },
    { digital: true },
    { stage: 'delivered' },
    { kind: 'credit' },
  ])
    await order('7', { ...here, channel: JSON.stringify(flags), shipBy: overdue, ...flags });
  await shop.vic.says('/order backlog');
  const card = await shop.vic.sees('5 to ship, 2 past ship-by (€20.00), 1 for the 16:00 CET');
  expect(card.text).toMatch(
    /Stage +Over 24 h late +Late +By 16:00 CET +Later today +From tomorrow +All +To send/,
  );
  expect(card.text).toMatch(/Paid +1 +0 +0 +1 +1 +3 +€30\.00/);
  expect(card.text).toMatch(/Packed +0 +1 +1 +0 +0 +2 +€20\.00/);
  expect(card.text).toContain('1 on hold (€10.00), not counted');
  expect(card.text).toContain('shopify complete until 08:55 CET');
  await shop.vic.presses(card, '2 past ship-by');
  const list = await shop.vic.sees('2 orders to ship, past ship-by');
  expect(list.text).toMatch(/\b1 · paid · late, ship-by Mon 2 Mar 08:00 CET/);
  await shop.vic.presses(list, 'Backlog');
  await shop.vic.chooses(await shop.vic.sees('5 to ship'), 'Open a cell', 'Packed, late: 1');
  await shop.vic.sees('1 packed order to ship, late');
  await shop.vic.says('/order');
  const headline = await shop.vic.sees('/order 25066 shows one order');
  expect(headline.text).toContain('5 to ship, 2 past ship-by (€20.00), 1 for the 16:00 CET');
  await shop.vic.presses(headline, '1 on hold');
  await shop.vic.presses(await shop.vic.sees('1 order on hold'), 'Show 6');
  await shop.vic.sees('Order 6 · shopify');
});

test('orders on hold are a list of their own, with why and since when, from every backlog and by its words', async () => {
  const { shop, order, hamburg } = await openPlaces();
  await using _ = shop;
  const here = { locationId: hamburg, stage: 'paid', openMinor: 1_000n };
  await order('1', { ...here, shipBy: overdue });
  await order('2', { ...here, shipBy: forCutOff });
  await order('3', {
    ...here,
    holds: [
      { from: overdue, reason: 'address' },
      { from: longOverdue, reason: 'fraud check' },
      { from: on('2026-02-20T07:00:00Z'), until: longOverdue, reason: 'payment' },
    ],
  });
  await order('4', { ...here, locationId: null, holds: [{ from: overdue }] });
  await shop.vic.says('/order');
  const headline = await shop.vic.sees('2 to ship, 1 past ship-by');
  expect(headline.offers).toEqual(
    expect.arrayContaining(['Open the backlog', '1 past ship-by', '2 on hold']),
  );
  await shop.vic.presses(headline, '2 on hold');
  const list = await shop.vic.sees('2 orders on hold');
  expect(list.text).toContain(
    '3 · on hold since Mon 2 Mar 08:00 CET: address, fraud check · paid · no ship-by',
  );
  expect(list.text).toContain('4 · on hold since 08:00 CET: no reason given');
  await shop.vic.says('/order backlog Hamburg');
  await shop.vic.presses(await shop.vic.sees('Backlog of Hamburg'), '1 on hold');
  await shop.vic.sees('1 order on hold at Hamburg');
  await shop.app.idle();
  await shop.lena.opensHome();
  await shop.lena.pressesAtHome(await shop.lena.seesHome('2 to ship'), '2 on hold');
  await shop.lena.sees('2 orders on hold', 'dm');
  for (const words of ['held', 'hold']) {
    await shop.maya.says(`/order ${words}`);
    await shop.maya.sees('2 orders on hold');
  }
  await shop.vic.says('/order held tokyo');
  await shop.vic.sees('No order on hold at Tokyo');
  // Who means to hold an order finds it.
  await shop.vic.says('/order hold 3');
  await shop.vic.sees('1 order, 1 on hold, 1 not found');
  const ctx = { ...(await newContext()), workspace: shop.workspace, now: shop.clock.now() };
  const rows = [];
  for await (const page of ordersList.pages(ctx, { ...wholeBacklog, show: 'held' }, 10)) rows.push(...page);
  const words = ['Order', 'Held since', 'Held for'].map((title) => ordersList.columns.indexOf(title));
  expect(rows.map((row) => words.map((n) => row[n])).toSorted()).toEqual([
    ['3', '2026-03-02T07:00:00.000Z', 'address, fraud check'],
    ['4', '2026-03-03T07:00:00.000Z', null],
  ]);
});

test('late orders and all orders are asked for by their words', async () => {
  const { shop, order, hamburg } = await openPlaces();
  await using _ = shop;
  await order('1', { locationId: hamburg, stage: 'paid', shipBy: overdue });
  await order('2', { locationId: hamburg, stage: 'paid', shipBy: forCutOff });
  await shop.vic.says('/order late');
  expect((await shop.vic.sees('1 order to ship, past ship-by')).text).toContain('1 · paid · late');
  await shop.vic.says('/order list hamburg');
  await shop.vic.sees('2 orders to ship at Hamburg');
});

test('the backlog of all locations names their common cut-off, or the first of several', async () => {
  const { shop, order, hamburg, newYork, tokyo } = await openPlaces();
  await using _ = shop;
  await order('1', { locationId: hamburg, stage: 'paid', shipBy: forCutOff });
  // Nobody collects in New York: it has no cut-off that could be another.
  await order('2', { locationId: newYork, stage: 'paid', shipBy: on('2026-03-05T15:00:00Z') });
  await shop.vic.says('/order backlog');
  await shop.vic.sees('2 to ship, none past ship-by, 1 for the 16:00 CET');
  const ctx = { ...(await newContext()), workspace: shop.workspace, now: shop.clock.now() };
  const rows = 'TYO,DHL,,Mon–Fri,18:00\n';
  await importing(ctx, 'collections FILE', `location,carrier,service,weekdays,cut_off\n${rows}`);
  await order('3', { locationId: tokyo, stage: 'paid', shipBy: on('2026-03-03T09:30:00Z') });
  await shop.vic.says('/order backlog');
  const several = await shop.vic.sees('3 to ship');
  expect(several.text).toContain('2 before their next cut-off (the first at 18:00 GMT+9)');
  expect(several.offers).toContain('2 before their next cut-off');
});

test('an order that is to be cancelled is marked in lists and files, and nobody is told to send it', async () => {
  const { shop, order, hamburg } = await openPlaces();
  await using _ = shop;
  const stopped = { locationId: hamburg, nextStop: 'unscanned', nextStopAt: on('2026-03-03T07:30:00Z') };
  for (const [number, stage] of [
    ['1042', 'packed'],
    ['1043', 'packed'],
    ['1044', 'labelled'],
  ] as const)
    await order(number, { ...stopped, stage, shipBy: overdue });
  const cancel = async (number: string) => {
    await shop.maya.says(`/order ${number}`);
    await shop.maya.presses(await shop.maya.sees(`Order ${number}`), 'Promise, cancel, refund …');
    const acts = await shop.maya.sees(`What shall happen to Order ${number}?`);
    await shop.maya.presses(acts, 'Cancel the order');
    expect(await shop.maya.sends('Cancel an order', { reason: 'customer asked' })).toEqual({});
  };
  await cancel('1042');
  await cancel('1043');
  await shop.lena.says('/approval 1');
  await shop.lena.presses(await shop.lena.sees('cancel order 1042'), 'Approve');
  await shop.app.catchUp();
  await shop.maya.says('/order late');
  const late = await shop.maya.sees('3 orders to ship, past ship-by');
  expect(late.text).toContain('1042 · to be cancelled: task #1 · packed · late');
  expect(late.text).toContain('1043 · to be cancelled: approval 2 waits for a yes · packed · late');
  expect(late.text).toContain('1044 · labelled · late');
  expect(late.text).toContain('Orders that are to be cancelled count until the shop has cancelled them.');
  await shop.maya.says('/order stuck');
  const stuck = await shop.maya.sees('3 orders stopped at a hand-over');
  expect(stuck.text).toMatch(
    /1042 · to be cancelled: task #1 · .*\n.*Do not send it: task #1 asks to cancel it/,
  );
  expect(stuck.text).toContain('Do not send it: approval 2 to cancel it waits for a yes');
  expect(stuck.text).toContain('1044 · labelled and not handed over, its truck has left');
  expect(stuck.text.match(/put it on the next, or promise a new day/g)).toHaveLength(1);
  await shop.maya.says('/issue 1');
  await shop.maya.presses(await shop.maya.sees('Cancel order 1042 (customer asked)'), 'Done');
  expect(await shop.maya.sends('How did it end?', { code: 'fixed' })).toEqual({});
  const ctx = { ...(await newContext()), workspace: shop.workspace, now: shop.clock.now() };
  const rows = [];
  for await (const page of ordersList.pages(ctx, wholeBacklog, 10)) rows.push(...page);
  const words = ['Order', 'To be cancelled'].map((title) => ordersList.columns.indexOf(title));
  expect(rows.map((row) => words.map((n) => row[n])).toSorted()).toEqual([
    ['1042', 'cancelled by task #1, the shop has not told of it yet'],
    ['1043', 'to be cancelled: approval 2 waits for a yes'],
    ['1044', null],
  ]);
});

test('a card names the truck that an order missed by its cut-off, not by the end of its margin', async () => {
  const { shop, order, hamburg } = await openPlaces();
  await using _ = shop;
  const { lateMarginMin } = await shop.db.prisma.collection.findFirstOrThrow({
    where: { workspaceId: shop.workspace.id, cutOff: '16:00' },
  });
  await order('1', {
    locationId: hamburg,
    stage: 'packed',
    packedAt: on('2026-03-02T14:00:00Z'),
    nextStop: 'unscanned',
    nextStopAt: new Date(Date.parse('2026-03-02T15:00:00Z') + lateMarginMin * 60_000),
  });
  await shop.vic.says('/order 1');
  await shop.vic.sees('Stopped: packed Mon 2 Mar 15:00 CET, missed the truck of Mon 2 Mar 16:00 CET');
});

test('what one of us promised anew is said in place of the advice to do so; who may not act is advised nothing', async () => {
  const { shop, order } = await openPlaces();
  await using _ = shop;
  const maya = await shop.db.prisma.person.findFirstOrThrow({
    where: { workspaceId: shop.workspace.id, name: 'Maya' },
  });
  const stopped = { stage: 'packed', nextStop: 'unscanned', nextStopAt: on('2026-03-03T07:30:00Z') };
  const told = (until: string) => ({
    on: on(`${until.slice(0, 10)}T00:00:00Z`),
    until: on(until),
    source: 'person',
    by: maya.id,
  });
  await order('1', { ...stopped, openMinor: 300n, promises: [told('2026-03-09T23:00:00Z')] });
  await order('2', { ...stopped, openMinor: 200n, promises: [told('2026-03-02T23:00:00Z')] });
  await order('3', { ...stopped, openMinor: 100n, stage: 'allocated', nextStop: 'unpicked' });
  await shop.maya.says('/order stuck');
  const hers = await shop.maya.sees('3 orders stopped at a hand-over');
  expect(hers.text).toMatch(
    /Put it on the next truck: promised Mon 9 Mar by Maya[\s\S]*put it on the next, or promise a new day[\s\S]*Have it picked: expedite it/,
  );
  await shop.vic.says('/order stuck');
  const his = await shop.vic.sees('3 orders stopped at a hand-over');
  expect(his.text).toContain('Its truck left without it: put it on the next');
  expect(his.text).not.toContain('promise a new day');
  expect(his.text).toContain('Have it picked: an operator can expedite it');
  await expect(shop.vic.presses(his, 'New promise')).rejects.toThrow('New promise');
  // The menu has what the advice names, where it names it.
  await shop.maya.presses(hers, 'New promise');
  expect(await shop.maya.sends('Promise a new day', { on: '2026-03-10', reason: 'stock' })).toEqual({});
  await shop.maya.sees('Order 2 is promised by Tue 10 Mar here');
});

test('an order counts for the last truck that takes it before its ship-by, also when that comes earlier today', async () => {
  const { shop, order, hamburg } = await openPlaces();
  await using _ = shop;
  const { prisma } = shop.db;
  const inShop = { workspaceId: shop.workspace.id };
  const paket = await prisma.carrierService.findFirstOrThrow({ where: { ...inShop, code: 'PAKET' } });
  const here = { locationId: hamburg, stage: 'packed', openMinor: 1_000n };
  await order('1', { ...here, shipBy: on('2026-03-03T18:00:00Z') });
  await order('2', { ...here, shipBy: on('2026-03-03T20:00:00Z') });
  await order('3', { ...here, shipBy: on('2026-03-04T08:00:00Z') });
  await order('4', { ...here, shipBy: on('2026-03-04T15:00:00Z') });
  await shop.vic.says('/order backlog');
  const before = await shop.vic.sees('4 to ship, none past ship-by, 1 for the 16:00 CET');
  expect(before.text).toMatch(/Packed +0 +0 +1 +2 +1 +4/);

  // The evening truck comes at 17:00 today, and takes nothing but a service that none of them has.
  const evening = await prisma.collection.findFirstOrThrow({ where: { ...inShop, cutOff: '20:30' } });
  await prisma.collectionException.create({
    data: {
      ...inShop,
      collectionId: evening.id,
      on: on('2026-03-03T00:00:00Z'),
      cutOff: '17:00',
      pickUp: null,
      why: 'snow',
    },
  });
  await shop.vic.says('/order backlog Hamburg');
  const earlier = await shop.vic.sees('Backlog of Hamburg');
  expect(earlier.text).toMatch(/Packed +0 +0 +0 +3 +1 +4/);
  await prisma.collection.updateMany({
    where: { ...inShop, id: evening.id },
    data: { serviceId: paket.id },
  });
  await order('5', { ...here, serviceId: paket.id, shipBy: on('2026-03-03T20:00:00Z') });
  await shop.vic.says('/order backlog');
  const last = await shop.vic.sees('5 to ship, none past ship-by, 3 for the 16:00 CET');
  expect(last.text).toMatch(/Packed +0 +0 +3 +1 +1 +5/);
  await shop.vic.presses(last, '3 for the 16:00 CET');
  await shop.vic.sees('3 orders to ship, next cut-off');
});

test('Home says what is to ship and how much waits for its reader, and opens it; with nothing to ship it says nothing', async () => {
  const { shop, order, hamburg } = await openPlaces();
  await using _ = shop;
  await shop.lena.opensHome();
  expect((await shop.lena.seesHome('How fresh the numbers are')).text).not.toContain('Orders to ship');
  const here = { locationId: hamburg, openMinor: 1_000n };
  await order('1', { ...here, stage: 'paid', shipBy: overdue });
  await order('2', { ...here, stage: 'packed', shipBy: forCutOff });
  await shop.app.idle();
  await shop.lena.opensHome();
  const home = await shop.lena.seesHome('2 to ship, 1 past ship-by (€10.00), 1 for the 16:00 CET');
  expect(home.text).not.toContain('For you');
  expect(home.text.indexOf('Orders to ship')).toBeLessThan(home.text.indexOf('How fresh the numbers are'));
  await shop.lena.pressesAtHome(home, '1 past ship-by');
  await shop.lena.sees('1 order to ship, past ship-by', 'dm');
  await shop.lena.pressesAtHome(home, 'Open the backlog');
  await shop.lena.sees('By 16:00 CET', 'dm');
});

test('an empty backlog and nothing stuck say what was looked at, and until when', async () => {
  const { shop } = await openPlaces();
  await using _ = shop;
  await shop.vic.says('/order backlog');
  expect((await shop.vic.sees('Nothing to ship')).text).toContain('shopify complete until 08:55 CET');
  await shop.vic.says('/order stuck');
  const none = await shop.vic.sees('No order stopped at a hand-over');
  expect(none.text).toContain('none waits longer for its next step than it may');
  expect(none.text).toContain('shopify complete until 08:55 CET');
});

test('a backlog of one location is asked by its name; an unknown one is refused with what is near', async () => {
  const { shop, order, newYork, hamburg } = await openPlaces();
  await using _ = shop;
  await order('1', { locationId: newYork, stage: 'paid', shipBy: on('2026-03-04T04:00:00Z') });
  await order('2', { locationId: hamburg, stage: 'paid' });
  await shop.vic.says('/order backlog new york');
  const card = await shop.vic.sees('Backlog of New York');
  // Midnight in New York comes after midnight in Hamburg.
  expect(card.text).toMatch(/Paid +0 +0 +0 +1 +0 +1/);
  const { ack } = await shop.vic.says('/order backlog nowhere');
  expect(JSON.stringify(ack)).toContain('There is no location nowhere');
});

test('stuck orders are named by their hand-over, with what to do about each and the button that does it', async () => {
  const { shop, order } = await openPlaces();
  await using _ = shop;
  const mug = await shop.db.prisma.sku.findFirstOrThrow({
    where: { workspaceId: shop.workspace.id, code: 'MUG-01' },
  });
  const stopped = { stage: 'paid', nextStop: 'unallocated', nextStopAt: on('2026-03-03T07:30:00Z') };
  await order('1', {
    ...stopped,
    openMinor: 100n,
    lines: [
      { code: 'BOWL-01', ordered: 1, allocated: 1 },
      { code: 'MUG-01', skuId: mug.id, ordered: 2 },
      { code: 'LAMP-03', ordered: 1 },
    ],
  });
  await order('2', { ...stopped, openMinor: 900n, stage: 'labelled', nextStop: 'label unscanned' });
  await order('3', { ...stopped, openMinor: 500n, nextStopAt: on('2026-03-03T08:00:01Z') });
  await order('4', { ...stopped, openMinor: 700n, stage: 'allocated', nextStop: 'unpicked' });
  await order('5', { ...stopped, openMinor: 600n, stage: 'packed', nextStop: 'unscanned' });
  await shop.vic.says('/order stuck');
  const list = await shop.vic.sees('4 orders stopped at a hand-over');
  expect(list.text).toMatch(
    /2 · labelled and not scanned since 08:30 CET[\s\S]*Look for it on the dock, then ask the carrier for a scan[\s\S]*4 · allocated and not picked[\s\S]*Have it picked: an operator can expedite it[\s\S]*5 · packed and not handed over, its truck has left[\s\S]*put it on the next[\s\S]*1 · paid and not allocated since 08:30 CET/,
  );
  expect(list.text).toContain('Set MUG-01 and 1 more line aside, or see with /stock MUG-01 if it is short');
  // Who may only read acts on nothing.
  expect(list.offers).not.toContain('Expedite');
  await shop.vic.presses(list, 'As CSV');
  await shop.vic.sees('I am writing orders to a CSV file');
  await shop.vic.presses(list, 'Stock of MUG-01');
  await shop.vic.sees('1 available');
  await shop.maya.says('/order stuck');
  const hers = await shop.maya.sees('4 orders stopped at a hand-over');
  expect(hers.text).toMatch(/Have it picked: expedite it[\s\S]*put it on the next, or promise a new day/);
  await shop.maya.presses(hers, 'Expedite');
  expect(await shop.maya.sends('Expedite an order', { reason: 'we were late' })).toEqual({});
  await shop.maya.sees('expedite order 4 (we were late)');
  await shop.maya.presses(hers, 'Show 2');
  await shop.maya.sees('Order 2 · shopify');
});

test('a file of orders says it in the words of the screen', async () => {
  const { shop, order, hamburg } = await openPlaces();
  await using _ = shop;
  const stopped = { nextStop: 'label unscanned', nextStopAt: on('2026-03-03T07:30:00Z') };
  await order('1', { ...stopped, locationId: hamburg, stage: 'labelled', shipBy: longOverdue });
  await order('2', { locationId: hamburg, stage: 'paid', shipBy: forCutOff });
  const ctx = { ...(await newContext()), workspace: shop.workspace, now: shop.clock.now() };
  const rows = [];
  for await (const page of ordersList.pages(ctx, wholeBacklog, 10)) rows.push(...page);
  const words = ['Stage', 'Due', 'Stopped at'].map((title) => ordersList.columns.indexOf(title));
  expect(rows.map((row) => words.map((n) => row[n]))).toEqual([
    ['labelled', 'Over 24 h late', 'labelled and not scanned'],
    ['paid', 'Next cut-off', null],
  ]);
  expect(ordersList.columns).toContain('Ship-by');
});

test('a stock card names the orders that wait for it, and opens them', async () => {
  const { shop, order } = await openPlaces();
  await using _ = shop;
  const mug = await shop.db.prisma.sku.findFirstOrThrow({
    where: { workspaceId: shop.workspace.id, code: 'MUG-01' },
  });
  await shop.vic.says('/stock MUG-01');
  expect((await shop.vic.sees('1 available')).text).not.toContain('wait for');
  for (let n = 1; n <= 12; n += 1)
    await order(`${n}`, {
      stage: 'paid',
      shipBy: forCutOff,
      lines: [{ code: 'MUG-01', skuId: mug.id, ordered: n }],
    });
  await order('13', { test: true, lines: [{ code: 'MUG-01', skuId: mug.id, ordered: 1 }] });
  await shop.vic.says('/stock MUG-01');
  const card = await shop.vic.sees('78 pieces still to send in 12 open orders, the first ship-by 16:00 CET');
  await shop.vic.presses(card, 'List 12 orders');
  const list = await shop.vic.sees('12 open orders with MUG-01 still to send');
  expect(list.text).toContain('and 2 more');
  await shop.vic.presses(list, 'Next');
  const rest = await shop.vic.sees('12 open orders with MUG-01 still to send, here 11 to 12');
  await shop.vic.presses(rest, 'First page');
  await shop.vic.sees('12 open orders with MUG-01 still to send');
});

test('the headline equals the cells, and every cell its list and its file, in three zones', async () => {
  const { shop, order, hamburg, newYork, tokyo } = await openPlaces();
  await using _ = shop;
  const { below: roll, pick } = chanceFrom(15);
  for (let n = 1; n <= 120; n += 1)
    await order(`${n}`, {
      stage: pick([
        'placed',
        'paid',
        'allocated',
        'picked',
        'packed',
        'labelled',
        'handed_over',
        'cancelled',
      ]),
      locationId: pick([hamburg, newYork, tokyo, null]),
      shipBy: pick([
        null,
        ...[-50, -24, -1, 0, 1, 7, 8, 15, 16, 23, 40].map((h) => new Date(Date.parse(at) + h * 3_600_000)),
      ]),
      onHold: roll(10) === 0,
      test: roll(20) === 0,
      currency: pick(['EUR', 'EUR', 'USD']),
      openMinor: BigInt(roll(10_000)),
    });
  const ctx = { ...(await newContext()), workspace: shop.workspace, now: shop.clock.now() };
  for (const code of [null, 'HAM', 'NYC', 'TYO']) {
    const { cells } = await getBacklog.call(ctx, { at: code });
    const { toShip, past, next, held } = headlineOf(cells);
    const all = await listPage.call(ctx, { ...wholeBacklog, at: code, after: null });
    expect(all.total, `all of ${code}`).toBe(toShip.count);
    const of = async (filter: object) =>
      (await listPage.call(ctx, { ...wholeBacklog, at: code, ...filter, after: null })).total;
    expect(await of({ due: 'past' })).toBe(past.count);
    expect(await of({ due: 'next cut-off' })).toBe(next.count);
    expect(await of({ show: 'held' })).toBe(held.count);
    const file = await exportPage.call(ctx, {
      filter: { ...wholeBacklog, at: code },
      after: null,
      limit: 1_000,
    });
    for (const { stage, due } of cells.filter((cell) => !cell.held)) {
      const own = sumOf(cells.filter((cell) => !cell.held && cell.stage === stage && cell.due === due));
      expect(await of({ stage, due }), `${code} ${stage} ${due}`).toBe(own.count);
      const rows = file.filter((row) => row.stage === stage && row.due === due);
      for (const { currency, minor } of own.values)
        expect(
          rows.filter((row) => row.currency === currency).reduce((sum, row) => sum + row.openMinor, 0n),
        ).toBe(minor);
    }
    // Page by page, nothing comes twice and nothing is left out.
    const seen: string[] = [];
    for (
      let after = null as (typeof all)['next'], page = all;
      ;
      page = await listPage.call(ctx, { ...wholeBacklog, at: code, after })
    ) {
      seen.push(...page.rows.map(({ id }) => id));
      after = page.next;
      if (after === null) break;
    }
    expect(seen).toEqual(file.map(({ id }) => id));
  }
});
