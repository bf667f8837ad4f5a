import { expect, test } from 'vitest';
import { newContext } from '../../harness/database.ts';
import { importing } from '../../harness/import.ts';
import { openShop, type Shop } from '../../harness/shop.ts';

/** The warehouse reports new levels, as a file on the command line would. */
async function counts(shop: Shop, ...rows: readonly string[]) {
  const ctx = await newContext({ workspace: shop.workspace, at: shop.clock.now().toISOString() });
  await importing(ctx, 'levels FILE', ['sku,location,available', ...rows].join('\n'));
  await shop.app.catchUp();
  await shop.app.idle();
}

test('a watch in direct messages is one card that follows the levels; a crossing is announced once, until it recovers', async () => {
  await using shop = await openShop({ stock: { 'MUG-01': 10 } });
  const { ack } = await shop.maya.says('/stock watch MUG-01');
  expect(JSON.stringify(ack)).toContain('Watching MUG-01');
  const card = await shop.maya.sees('Watched for Maya', 'dm');
  expect(card.text).toContain('10 available');

  await shop.passes(60_000);
  await counts(shop, 'MUG-01,HAM,7');
  const edited = await shop.maya.sees('7 available', 'dm');
  expect(edited.ts).toBe(card.ts);
  expect(await shop.maya.seesAll('dm')).toHaveLength(1);

  await shop.passes(60_000);
  await counts(shop, 'MUG-01,HAM,0');
  await shop.maya.sees('MUG-01 is out of stock', 'dm');
  await shop.passes(60_000);
  await counts(shop, 'MUG-01,HAM,0');
  await shop.passes(60_000);
  await counts(shop, 'MUG-01,HAM,5');
  await shop.maya.sees('MUG-01 is back: 5 available', 'dm');
  await shop.passes(60_000);
  await counts(shop, 'MUG-01,HAM,0');
  const told = (await shop.maya.seesAll('dm')).filter((text) => text.includes('is out of stock'));
  // Each appears in the thread and in the channel.
  expect(told).toHaveLength(2 * 2);
});

test('a watch in a channel belongs to everybody; the first Stop ends it, and a second one learns so', async () => {
  await using shop = await openShop({ stock: { 'MUG-01': 10 } });
  await shop.maya.says('/stock watch MUG-01 here');
  const card = await shop.lena.sees('Watched for Maya');
  expect(card.ephemeral).toBe(false);
  expect(JSON.stringify((await shop.vic.says('/stock watch MUG-01 here')).ack)).toContain('watched in');
  await shop.lena.presses(card, 'Stop watching');
  await shop.app.idle();
  const ended = await shop.vic.sees('No longer watched');
  expect(ended.ts).toBe(card.ts);
  await shop.passes(60_000);
  await counts(shop, 'MUG-01,HAM,3');
  expect((await shop.vic.sees('No longer watched')).text).not.toContain('3 available');
  await shop.maya.says('/stock watch MUG-01 here');
  await shop.app.idle();
  expect((await shop.vic.sees('Watched for Maya')).text).toContain('3 available');
});

test('Watch on a card, the list of watches, and things that cannot be watched', async () => {
  await using shop = await openShop({ stock: { 'MUG-01': 10 } });
  expect(JSON.stringify((await shop.maya.says('/stock watches')).ack)).toContain('You watch nothing');
  await shop.maya.says('/stock MUG-01');
  await shop.maya.presses(await shop.maya.sees('MUG-01 ·'), 'Watch');
  await shop.maya.sees('Watching MUG-01');
  await shop.maya.sees('Watched for Maya', 'dm');
  expect(JSON.stringify((await shop.maya.says('/stock watches')).ack)).toContain('1 SKU watched');
  expect(JSON.stringify((await shop.maya.says('/stock watch MUG-99')).ack)).toContain(
    'No SKU, barcode or alias',
  );
  expect(JSON.stringify((await shop.maya.says('/stock watch')).ack)).toContain('/stock watch');
});

test('when the bot has lost its place in a channel, the owner learns what to do; once invited, it sends the waiting messages', async () => {
  await using shop = await openShop({ stock: { 'MUG-01': 10 } });
  const { control } = shop.sandbox;
  await control.fault({ method: 'chat.postMessage', kind: 'error', error: 'not_in_channel', times: 1 });
  await shop.maya.says('/stock watch MUG-01 here', 'ops-alerts');
  await shop.maya.sees('/invite @Quartermaster', 'dm');
  expect(await shop.maya.seesAll('ops-alerts')).toHaveLength(1);
  await control.changeChannel('C0OPSALERT', { leave: ['U0QMBOT001'] });
  await control.changeChannel('C0OPSALERT', { join: ['U0QMBOT001'] });
  await shop.maya.sees('Watched for Maya', 'ops-alerts');
});

test('Try again sends the waiting messages, and the notice says so', async () => {
  await using shop = await openShop({ stock: { 'MUG-01': 10 } });
  shop.expectComplaint(/is_archived|restricted_action/);
  const { control } = shop.sandbox;
  await control.fault({ method: 'chat.postMessage', kind: 'error', error: 'restricted_action', times: 1 });
  await shop.maya.says('/stock watch MUG-01 here');
  const notice = await shop.maya.sees('1 message could not be posted in', 'dm');
  await shop.maya.presses(notice, 'Try again');
  await shop.maya.sees('Watched for Maya');
  const mended = await shop.maya.sees('The undelivered messages are on their way', 'dm');
  expect(mended.ts).toBe(notice.ts);
});

test('a channel with guests cannot watch', async () => {
  await using shop = await openShop({ stock: { 'MUG-01': 10 } });
  await shop.maya.says('/stock watch MUG-01 here', 'general');
  await shop.maya.sees('Guests are in it, so I don’t post there.', 'general');
  expect(await shop.vic.seesAll('general')).toEqual([]);
});

test('the first click on a card whose post got no answer shows where it is', async () => {
  await using shop = await openShop({ stock: { 'MUG-01': 10 } });
  shop.expectComplaint(/./);
  await shop.maya.says('/stock watch MUG-01 here');
  const card = await shop.maya.sees('Watched for Maya');
  await shop.app.idle();
  const { prisma } = shop.db;
  const where = { workspaceId: shop.workspace.id, kind: 'stock.watch' };
  await prisma.message.updateMany({ where, data: { ts: null, state: 'held', sentVersion: 0 } });
  await shop.maya.presses(card, 'Stop watching');
  const stopped = await shop.maya.sees('No longer watched');
  expect(stopped.ts).toBe(card.ts);
});
