import { expect, test } from 'vitest';
import { openShop, type Shop } from '../../harness/shop.ts';

/** Raises an issue from the card of a SKU. */
async function raisedAbout(shop: Shop, sku: string, title: string, severity: string): Promise<void> {
  await shop.maya.says(`/stock ${sku}`);
  await shop.maya.presses(await shop.maya.sees(`${sku} ·`), 'Raise issue');
  await shop.maya.sends('What is wrong?', { title, severity, department: 'purchasing' });
  await shop.vic.sees(title);
  await shop.app.idle();
}

test('a stock card names the open issue of its SKU and opens it', async () => {
  await using shop = await openShop({ stock: { 'MUG-01': 10 } });
  await shop.maya.says('/stock MUG-01');
  expect((await shop.maya.sees('MUG-01 ·')).text).not.toContain('Open issue');
  await raisedAbout(shop, 'MUG-01', 'Handles break <!channel>', 'high');
  await shop.lena.says('/stock MUG-01');
  const card = await shop.lena.sees('Open issue: #1 Handles break <!channel> (High, nobody yet)');
  expect(card.message.text).not.toContain('<!');
  await shop.lena.presses(card, 'Show issue 1');
  await shop.lena.sees('Maya raised it');
  await shop.lena.sees('Open issue: #1 Handles break');

  await shop.maya.presses(await shop.maya.sees('· nobody is on it'), 'I’m on it');
  await shop.app.idle();
  await shop.lena.presses(await shop.lena.sees('Open issue: #1'), 'Refresh');
  await shop.lena.sees('Open issue: #1 Handles break <!channel> (High, Maya)');
  await shop.maya.presses(await shop.maya.sees('· Maya is on it until'), 'Done');
  await shop.maya.sends('How did it end?', { code: 'fixed' });
  await shop.app.idle();
  await shop.vic.says('/stock MUG-01');
  expect((await shop.vic.sees('MUG-01 ·')).text).not.toContain('Open issue');
});

test('a stock card names the three worst issues and counts the rest; a table of SKUs has one line for each', async () => {
  await using shop = await openShop({ stock: { 'MUG-01': 10, 'LAMP-03': 4, 'PEN-09': 1 } });
  for (const [title, severity] of [
    ['Scratched', 'low'],
    ['Handles break', 'critical'],
    ['Too few boxes', 'normal'],
    ['Wrong barcode', 'high'],
    ['Price is off', 'low'],
  ] as const)
    await raisedAbout(shop, 'MUG-01', title, severity);
  await raisedAbout(shop, 'LAMP-03', 'Bulb missing', 'normal');
  await shop.lena.says('/stock MUG-01');
  const card = await shop.lena.sees('Open issues:');
  expect(card.text).toContain(
    'Open issues: #2 Handles break (Critical, nobody yet), #4 Wrong barcode (High, nobody yet), #3 Too few boxes (Normal, nobody yet), and 2 more',
  );
  await shop.lena.presses(card, 'List 5 issues');
  const list = await shop.lena.sees('5 open issues about MUG-01 Title of MUG-01');
  await shop.lena.presses(list, 'Show issue 5');
  await shop.lena.sees('Low · nobody is on it');

  await shop.lena.says('/stock MUG-01 LAMP-03 PEN-09');
  const table = await shop.lena.sees('3 SKUs');
  expect(table.text).toContain('LAMP-03 Open issue: #6 Bulb missing (Normal, nobody yet)');
  expect(table.text).not.toContain('PEN-09 Open');
});

test('a stock card shared with a channel names no issues', async () => {
  await using shop = await openShop({ stock: { 'MUG-01': 10 } });
  await raisedAbout(shop, 'MUG-01', 'Handles break', 'high');
  await shop.lena.says('/stock MUG-01');
  await shop.lena.presses(await shop.lena.sees('Open issue: #1'), 'Share in channel');
  expect((await shop.vic.sees('shared by')).text).not.toContain('Open issue');
});

test('an order card raises an issue and names it; the issue shows the present state of the order', async () => {
  await using shop = await openShop();
  const id = await shop.given.order('1042');
  await shop.maya.says('/ops 1042');
  await shop.maya.presses(await shop.maya.sees('Order 1042 · shopify'), 'Raise issue');
  await shop.maya.sends('What is wrong?', { title: 'Address unreadable', kind: 'order' });
  const card = await shop.vic.sees('· nobody is on it');
  expect(card.text).toContain('About Order 1042: placed');
  expect(card.text).toContain('Customer service');
  await shop.maya.says('/ops 1042');
  await shop.maya.sees('Open issue: #1 Address unreadable (Normal, nobody yet)');
  await shop.db.prisma.order.update({
    where: { workspaceId_id: { workspaceId: shop.workspace.id, id } },
    data: { stage: 'packed', packedAt: shop.clock.now(), onHold: true },
  });
  await shop.maya.says('/issue 1');
  expect((await shop.maya.sees('Maya raised it')).text).toContain('Order 1042: packed, on hold');
});

test('an issue shows the present stock of its SKU; a SKU that is gone keeps its name', async () => {
  await using shop = await openShop({ stock: { 'MUG-01': 10 } });
  await raisedAbout(shop, 'MUG-01', 'Handles break', 'high');
  await shop.maya.says('/issue 1');
  expect((await shop.maya.sees('Maya raised it')).text).toContain(
    'MUG-01 Title of MUG-01: 10 available (OK)',
  );
  await shop.db.prisma.issueLink.updateMany({
    where: { workspaceId: shop.workspace.id },
    data: { ref: '00000000-0000-7000-8000-00000000dead' },
  });
  await shop.lena.says('/issue 1');
  const card = await shop.lena.sees('Maya raised it');
  expect(card.text).toContain('About MUG-01 Title of MUG-01\n');
});
