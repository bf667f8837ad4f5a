import { expect, test } from 'vitest';
import { builders } from '../../harness/builders.ts';
import { givenOrders } from '../../harness/given-orders.ts';
import type { Shop } from '../../harness/shop.ts';
import { buys, openBuying, states } from './buying.ts';

const mug = '4711,1,Acme,MUG-01,HAM,40,2026-12-03,,,Ocean,580.00,EUR';

/** Orders of the last 28 days: four a day of a SKU, all sent. */
async function sold(shop: Shop, code = 'MUG-01') {
  const { prisma } = shop.db;
  const where = { workspaceId: shop.workspace.id, code };
  const { id } = await prisma.sku.findFirstOrThrow({ where });
  await prisma.sku.updateMany({ where, data: { priceMinor: 1_450n } });
  const order = givenOrders(prisma, shop.workspace, () => shop.clock.now());
  await order(`900 ${code}`, { stage: 'delivered', placedAt: new Date('2026-10-01T08:00:00Z') });
  await prisma.skuDay.createMany({
    data: Array.from({ length: 28 }, (_, n) => ({
      workspaceId: shop.workspace.id,
      skuId: id,
      day: new Date(Date.parse('2026-11-26') - n * 86_400_000),
      ordered: 4,
      cancelled: 0,
      shipped: 4,
    })),
  });
  return { id, order };
}

async function inbound(shop: Shop, words = '') {
  await shop.maya.says(`/shipment inbound${words === '' ? '' : ` ${words}`}`);
}

test('what is on its way begins with what is overdue, and says what waits for it', async () => {
  await using shop = await openBuying({ 'MUG-01': 0, 'CUP-02': 500 });
  const { id, order } = await sold(shop);
  for (const number of ['1', '2', '3'])
    await order(number, { stage: 'paid', lines: [{ code: 'MUG-01', skuId: id, ordered: 2 }] });
  await buys(
    shop,
    '4712,1,Beta,CUP-02,HAM,100,2026-12-10,,,Air,,',
    '4710,1,Acme,MUG-01,HAM,40,2026-11-20,,,Ocean,580.00,EUR',
    '4713,1,,,,5,,,,,,',
  );
  await inbound(shop);
  const list = await shop.maya.sees('1 receipt overdue, 3 orders wait for 6 MUG-01');
  expect(list.ephemeral).toBe(true);
  const { text } = list;
  expect(text).toContain('40 × MUG-01 · overdue since Fri 20 Nov');
  expect(text).toContain('PO 4710 · Acme · Ocean · to Hamburg · €580.00');
  expect(text).toContain('out of stock');
  expect(text).toContain('3 orders wait for 6 pieces that are not here: 1, 2 and 3');
  // What the list is, for whoever opens it first.
  expect(text).toContain('What suppliers send us, a line for each SKU of a purchase order');
  expect(text).toContain('100 × CUP-02 · Thu 10 Dec');
  expect(text).toContain('500 available');
  expect(text).toContain('5 × not said what · no day named');
  expect(text.indexOf('MUG-01 · overdue')).toBeLessThan(text.indexOf('CUP-02 · Thu'));
  expect(text.indexOf('CUP-02 · Thu')).toBeLessThan(text.indexOf('not said what'));
  expect(text).toMatch(/Purchase orders: erp complete until/);
});

test('where no order waits yet, the headline says what the overdue receipt leaves short, and not what another does', async () => {
  await using shop = await openBuying({ 'MUG-01': 24, 'CUP-02': 0 });
  await sold(shop);
  await sold(shop, 'CUP-02');
  await buys(
    shop,
    '4710,1,Acme,MUG-01,HAM,40,2026-11-20,,,Ocean,580.00,EUR',
    '4712,1,Beta,CUP-02,HAM,100,2026-12-10,,,Air,,',
  );
  await inbound(shop);
  // 112 in 28 days, less the 24 that are here: €14.50 each.
  await shop.maya.sees('1 receipt overdue, 88 MUG-01 short (€1,276.00)');
});

test('orders that stock at hand serves wait for no receipt; of the others those that have to leave last do', async () => {
  await using shop = await openBuying({ 'MUG-01': 12 });
  const { id, order } = await sold(shop);
  const buysMugs = async (number: string, ordered: number, shipBy: string) =>
    await order(number, {
      stage: 'paid',
      shipBy: new Date(shipBy),
      lines: [{ code: 'MUG-01', skuId: id, ordered }],
    });
  await buysMugs('1', 10, '2026-11-30T15:00:00Z');
  await buys(shop, mug);
  await inbound(shop);
  const served = await shop.maya.sees('1 receipt on the way, the next Thu 3 Dec');
  expect(served.text).not.toMatch(/waits? for|waited for/);
  // Two of the twelve are left for it.
  await buysMugs('2', 10, '2026-12-01T15:00:00Z');
  await inbound(shop);
  const list = await shop.maya.sees('1 order waits for 8 MUG-01');
  expect(list.text).toContain('1 order waits for 8 pieces that are not here: 2');
  await shop.maya.presses(list, 'New date');
  await shop.maya.sends('New date', { on: '2026-12-04', reason: 'other', note: null });
  const card = await shop.maya.sees('1 open order waits for 8 pieces that are not here');
  expect(card.text).toContain('the first ship-by Tue 1 Dec 16:00 CET');
});

test('what stands elsewhere is in the sum already: a transfer moves it and ends no shortage', async () => {
  await using shop = await openBuying({ 'MUG-01': 4 });
  await sold(shop);
  await builders(shop.db.prisma, shop.workspace, shop.clock.now()).location({
    code: 'ROT',
    name: 'Rotterdam',
  });
  await states(shop, 'MUG-01,ROT,20,,');
  await buys(shop, mug);
  await inbound(shop);
  await shop.maya.presses(await shop.maya.sees('1 receipt on the way'), 'New date');
  await shop.maya.sends('New date', { on: '2026-12-06', reason: 'supplier late', note: null });
  const card = await shop.maya.sees('MUG-01 runs out Thu 3 Dec, 12 short until Sun 6 Dec (€174.00)');
  expect(card.text).toContain('24 available');
  expect(card.text).toContain(
    'Transfer: 20 in Rotterdam, counted in the available above: it moves between places, and 12 stay short',
  );
  expect(card.text).toContain(
    'Nobody else has delivered it: ask the supplier for a part of it earlier, or by air.',
  );
});

test('without purchase orders it says how they come in; with all delivered, what was looked at', async () => {
  await using shop = await openBuying();
  await inbound(shop);
  expect((await shop.maya.sees('Nothing is on its way')).text).toContain('npm run import -- purchases FILE');
  await buys(shop, '4711,1,Acme,MUG-01,HAM,40,2026-12-03,2026-11-26,,,,');
  await inbound(shop);
  expect((await shop.maya.sees('Nothing is on its way')).text).toContain(
    'all are delivered, received in full or cancelled',
  );
});

test('a supplier by a part of its name, a SKU, an order however it is written, and nothing', async () => {
  await using shop = await openBuying({ 'MUG-01': 1, 'CUP-02': 1 });
  await buys(
    shop,
    'PO-4711,1,Acme Clay,MUG-01,HAM,40,2026-12-03,,,,,',
    'PO-4711,2,Acme Clay,CUP-02,HAM,9,2026-11-20,2026-11-19,,,,',
    '4712,1,Acme Glass,CUP-02,HAM,10,2026-12-04,,,,,',
    '4713,1,Beta,CUP-02,HAM,11,2026-12-05,,,,,',
  );
  await inbound(shop, 'beta');
  await shop.maya.sees('1 receipt from Beta on the way, the next Sat 5 Dec');
  await inbound(shop, 'acme');
  const several = await shop.maya.sees('2 suppliers fit "acme"');
  await shop.maya.presses(several, 'Show Acme Glass');
  await shop.maya.sees('1 receipt from Acme Glass on the way');
  await inbound(shop, 'cup-02');
  await shop.maya.sees('2 receipts of CUP-02 on the way, the next Fri 4 Dec');
  for (const asked of ['PO-4711', 'po 4711', '4711']) {
    await inbound(shop, asked);
    const { text } = await shop.maya.sees(
      '1 receipt of PO 4711 from Acme Clay on the way, the next Thu 3 Dec',
    );
    expect(text, asked).toContain('9 × CUP-02 · delivered Thu 19 Nov, promised Fri 20 Nov');
  }
  await inbound(shop, 'no-such-thing');
  expect((await shop.maya.sees('No purchase order, SKU or supplier is "no-such-thing"')).text).toContain(
    'Searched: numbers of purchase orders, codes of SKUs and names of suppliers',
  );
  await shop.maya.says('/ops PO-4711');
  await shop.maya.sees('1 receipt of PO 4711 from Acme Clay on the way');
});

test('many lines have pages, menus and a file with all of them', async () => {
  await using shop = await openBuying();
  const rows = Array.from(
    { length: 23 },
    (_, n) => `PO-${100 + n},1,Acme,MUG-01,HAM,${n + 1},2026-12-${10 + (n % 20)},,,,,`,
  );
  await buys(shop, ...rows, 'PO-99,1,Acme,MUG-01,HAM,7,2026-11-20,,,,,');
  await inbound(shop);
  const first = await shop.maya.sees('1 receipt overdue');
  expect(first.text).toContain('and 14 more');
  await shop.maya.presses(first, 'Next');
  const second = await shop.maya.sees('1 receipt overdue, here 11 to 20');
  expect(second.text).toContain('and 4 more');
  await shop.maya.chooses(second, 'Which lines', 'Overdue');
  const late = await shop.maya.sees('7 × MUG-01 · overdue since Fri 20 Nov');
  expect(late.text).not.toContain('more');
  await shop.maya.presses(late, 'As CSV');
  await shop.maya.sees('I am writing purchase lines to a CSV file.');
  await shop.app.catchUp();
  await shop.app.idle();
  await shop.maya.sees('1 line as CSV', 'dm');
});

test('lines with data faults are listed with what is wrong', async () => {
  await using shop = await openBuying();
  await buys(shop, '4711,1,Acme,MUG-01,HAM,40,2026-12-03,,,,,');
  const { prisma } = shop.db;
  const faults = ['sent unknown'];
  await prisma.purchaseLine.updateMany({
    where: { workspaceId: shop.workspace.id },
    data: { sentSaid: 'Date Not Captured', faults },
  });
  await inbound(shop, 'faults');
  expect((await shop.maya.sees('1 purchase line with data faults')).text).toContain(
    'Data fault: the day it was sent: "Date Not Captured"',
  );
});

test('somebody who may only look has no button for another day, and is refused where one was drawn before', async () => {
  await using shop = await openBuying();
  await buys(shop, mug);
  await shop.vic.says('/shipment inbound');
  const list = await shop.vic.sees('1 receipt on the way, the next Thu 3 Dec');
  expect(list.offers).not.toContain('New date');
  expect(list.offers).toContain('Show MUG-01');
  await inbound(shop);
  const hers = await shop.maya.sees('1 receipt on the way');
  expect(hers.offers).toContain('New date');
  // Drawn for an operator, pressed by somebody who is one no longer.
  await shop.ada.says('/ops grant <@U0MAYA0001> viewer');
  await shop.ada.says('/ops revoke <@U0MAYA0001> operator');
  await shop.maya.presses(hers, 'New date');
  await shop.maya.sees('You may not give what is on its way another day: that is for an operator.');
});

test('a new date says when it runs out, what is at risk and what could be done; the first promise stays', async () => {
  await using shop = await openBuying({ 'MUG-01': 24 });
  const { id, order } = await sold(shop);
  await order('1', { stage: 'paid', lines: [{ code: 'MUG-01', skuId: id, ordered: 31 }] });
  await buys(shop, mug, '4600,1,Beta,MUG-01,HAM,10,2026-10-01,2026-10-05,,,,');
  await inbound(shop, 'MUG-01');
  await shop.maya.presses(await shop.maya.sees('1 receipt of MUG-01'), 'New date');
  expect(await shop.maya.seesForm('New date')).toContain('promised for Thu 3 Dec');
  await shop.maya.sends('New date', {
    on: '2026-12-06',
    reason: 'supplier late',
    note: 'kiln <!channel> broke',
  });
  const card = await shop.maya.sees('MUG-01 runs out Thu 3 Dec, 12 short until Sun 6 Dec (€174.00)');
  expect(card.text).toContain('expected Sun 6 Dec, was Thu 3 Dec');
  expect(card.text).toContain('24 available, 4 a day');
  expect(card.text).toContain('1 open order waits for 7 pieces that are not here');
  expect(card.text).toContain('Buy from Beta: delivered it once, last Mon 5 Oct');
  expect(card.text).toContain('First promised for Thu 3 Dec');
  await shop.maya.says('/stock MUG-01');
  expect((await shop.maya.sees('40 incoming (6 Dec)')).text).toContain('40 on Sun 6 Dec from Acme (PO 4711)');
  await inbound(shop, 'PO-4711');
  const list = await shop.maya.sees('Sun 6 Dec, promised Thu 3 Dec');
  expect(list.text).toContain(
    'moved to Sun 6 Dec (supplier late: kiln <!channel> broke), as Maya said 10:00 CET',
  );
  // The source repeats what it said before: that is no news.
  await shop.passes(60_000);
  await buys(shop, mug);
  await shop.maya.says('/stock MUG-01');
  await shop.maya.sees('40 incoming (6 Dec)');
  // What it says now is.
  await shop.passes(60_000);
  await buys(shop, mug.replace('2026-12-03', '2026-12-12'));
  await shop.maya.says('/stock MUG-01');
  await shop.maya.sees('40 incoming (12 Dec)');
});

test('who watches hears of a new date once; the same date again says nothing more', async () => {
  await using shop = await openBuying();
  await buys(shop, mug);
  await shop.lena.says('/stock watch MUG-01');
  await shop.lena.sees('Watched for Lena', 'dm');
  await inbound(shop);
  const list = await shop.maya.sees('1 receipt on the way');
  for (const _ of [1, 2]) {
    await shop.maya.presses(list, 'New date');
    await shop.maya.sends('New date', { on: '2026-12-11', reason: 'held by customs', note: null });
    await shop.app.catchUp();
    await shop.app.idle();
    await shop.passes(60_000);
  }
  const told = (await shop.lena.seesAll('dm')).filter((text) =>
    text.includes('40 from Acme come on Fri 11 Dec, not Thu 3 Dec'),
  );
  // In the thread of the card and in the channel: one message.
  expect(told).toHaveLength(2);
  expect(told[0]).toContain('PO 4711 · said by Maya · held by customs');
  await shop.maya.sees('expected Fri 11 Dec, as before');
});

test('a day that has passed is refused at its field, and so is a line that was delivered meanwhile', async () => {
  await using shop = await openBuying();
  await buys(shop, mug);
  await inbound(shop);
  const list = await shop.maya.sees('1 receipt on the way');
  await shop.maya.presses(list, 'New date');
  const errors = await shop.maya.sends('New date', { on: '2026-11-26', reason: 'other', note: null });
  expect(errors).toEqual({ on: 'That day has passed: pick today or a later one.' });
  await buys(shop, mug.replace('2026-12-03,,', '2026-12-03,2026-11-27,'));
  const refused = await shop.maya.sends('New date', { on: '2026-12-11', reason: 'other', note: null });
  expect(JSON.stringify(refused)).toContain(
    'Nothing more of MUG-01 on PO 4711 is to come: it was delivered or cancelled.',
  );
});

test('a line without a SKU takes a new date as well, and nobody guesses what it means for stock', async () => {
  await using shop = await openBuying();
  await buys(shop, '4711,1,Acme,NEW-1,HAM,40,2026-12-03,,,,,');
  await inbound(shop);
  await shop.maya.presses(await shop.maya.sees('40 × NEW-1'), 'New date');
  await shop.maya.sends('New date', { on: '2026-12-11', reason: 'quality', note: null });
  await shop.maya.sees('Expected Fri 11 Dec: nobody knows the SKU of NEW-1');
});
