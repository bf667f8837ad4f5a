import { expect, test } from 'vitest';
import type { Shop } from '../../harness/shop.ts';
import { at, buys, openBuying, sells, states } from './buying.ts';

async function card(shop: Shop, code = 'MUG-01') {
  await shop.maya.says(`/stock ${code}`);
  return (await shop.maya.sees(`${code} · `)).text;
}

test('an open purchase line is incoming, with its day, its supplier and its order; a delivered one is not', async () => {
  await using shop = await openBuying();
  expect(await card(shop)).not.toContain('incoming');
  await buys(shop, 'PO-4711,1,Acme,MUG-01,HAM,40,2026-12-03,,,Ocean,580.00,EUR');
  const text = await card(shop);
  expect(text).toContain('24 available, 40 incoming (3 Dec)');
  expect(text).toContain('40 on Thu 3 Dec from Acme (PO 4711)');
  expect(text).toMatch(/Hamburg +24 +0 +0 +40 \(3 Dec\)/);
  await buys(shop, 'PO-4711,1,Acme,MUG-01,HAM,40,2026-12-03,2026-11-26,,Ocean,580.00,EUR');
  expect(await card(shop)).not.toMatch(/incoming|Next receipt/);
});

test('a cancelled line, and one that becomes another product, are no longer expected', async () => {
  await using shop = await openBuying({ 'MUG-01': 24, 'CUP-02': 1 });
  await buys(shop, '4711,1,Acme,MUG-01,HAM,40,2026-12-03,,,,,', '4711,2,Acme,MUG-01,HAM,5,2026-12-05,,,,,');
  expect(await card(shop)).toContain('45 incoming (3 Dec)');
  await buys(shop, '4711,1,Acme,MUG-01,HAM,40,2026-12-03,,yes,,,');
  expect(await card(shop)).toContain('5 incoming (5 Dec)');
  await buys(shop, '4711,2,Acme,CUP-02,HAM,5,2026-12-05,,,,,');
  expect(await card(shop)).not.toContain('incoming');
  expect(await card(shop, 'CUP-02')).toContain('5 incoming (5 Dec)');
});

test('a receipt that is overdue says since when, and one without a day says that nobody knows', async () => {
  await using shop = await openBuying({ 'MUG-01': 24, 'CUP-02': 1 });
  await buys(shop, '4711,1,Acme,MUG-01,HAM,40,2026-11-26,,,,,', '4712,1,,CUP-02,,7,,,,,,');
  const late = await card(shop);
  expect(late).toContain('40 incoming (overdue since 26 Nov)');
  expect(late).toContain('40 overdue since Thu 26 Nov from Acme (PO 4711)');
  const cups = await card(shop, 'CUP-02');
  expect(cups).toContain('1 available, 7 incoming (');
  expect(cups).toContain('7, nobody says when, (PO 4712)');
  expect(cups).toMatch(/No location said +– +– +– +7/);
});

test("a file's total of incoming and what is ordered by name are neither counted twice nor taken away by each other", async () => {
  await using shop = await openBuying();
  await states(shop, 'MUG-01,HAM,24,60,2026-12-12');
  expect(await card(shop)).toContain('60 incoming (12 Dec)');
  await buys(shop, '4711,1,Acme,MUG-01,HAM,40,2026-12-03,,,,,');
  // Of the 60 the file does not name, 40 are the order.
  expect(await card(shop)).toContain('60 incoming (3 Dec)');
  await shop.passes(60_000);
  await states(shop, 'MUG-01,HAM,24,0,');
  expect(await card(shop)).toContain('40 incoming (3 Dec)');
  await shop.passes(60_000);
  await states(shop, 'MUG-01,HAM,24,15,');
  await buys(shop, '4711,1,Acme,MUG-01,HAM,40,2026-12-03,2026-11-27,,,,');
  expect(await card(shop)).toContain('15 incoming');
  // Imported again, the file of orders changes nothing.
  const again = await buys(shop, '4711,1,Acme,MUG-01,HAM,40,2026-12-03,2026-11-27,,,,');
  expect(again.kinds[0]?.counts).toMatchObject({ added: 0, changed: 0, unchanged: 1 });
});

test('a line whose product comes later is linked when it comes, under its code or the name that its source uses', async () => {
  await using shop = await openBuying();
  await buys(shop, '4711,1,Acme,CUP-02,HAM,40,2026-12-03,,,,,', '4711,2,Acme,AC-77,HAM,9,2026-12-04,,,,,');
  await sells(shop, 'CUP-02,Cup,9.50,');
  expect(await card(shop, 'CUP-02')).toContain('40 incoming (3 Dec)');
  await sells(shop, 'CUP-03,Other cup,9.50,erp:AC-77');
  expect(await card(shop, 'CUP-03')).toContain('No stock levels yet; 9 incoming (4 Dec)');
  const { prisma } = shop.db;
  const parked = { workspaceId: shop.workspace.id, kind: 'purchases.link-sku' };
  expect(await prisma.work.count({ where: parked })).toBe(0);
});

test('who watches a SKU sees on its card what is ordered, without a message', async () => {
  await using shop = await openBuying();
  await shop.maya.says('/stock watch MUG-01');
  await shop.maya.sees('Watched for Maya', 'dm');
  await shop.passes(60_000);
  await buys(shop, '4711,1,Acme,MUG-01,HAM,40,2026-12-03,,,,,');
  const card = await shop.maya.sees('40 incoming (3 Dec)', 'dm');
  expect(await shop.maya.seesAll('dm')).toHaveLength(1);
  expect(card.text).toContain('Watched for Maya');
  expect(shop.clock.now().toISOString() > at).toBe(true);
});

test('a supplier with a name like a command does nothing with it', async () => {
  await using shop = await openBuying();
  await buys(shop, '<!channel>,1,<!channel> *Acme* <https://evil.example|x>,MUG-01,HAM,40,2026-12-03,,,,,');
  const { ack } = await shop.maya.says('/stock MUG-01');
  const sent = JSON.stringify(ack);
  expect(sent).toContain('&lt;!channel&gt;');
  expect(sent).not.toMatch(/<!channel>|<https:/i);
});
