import { expect, test } from 'vitest';
import { newContext } from '../../harness/database.ts';
import { importing } from '../../harness/import.ts';
import { openShop, type Shop } from '../../harness/shop.ts';

const minute = 60_000;

/** A shop with a 3PL in Rotterdam that has told its levels every quarter of an hour for four weeks. */
async function openFed() {
  const shop = await openShop({ at: '2026-03-02T08:00:00Z', stock: { 'LAMP-03': 5 } });
  const rotterdam = await shop.given.location({ code: 'ROT', name: 'Rotterdam', kind: '3pl', asOf: null });
  await shop.given.stock(await shop.given.sku('MUG-01'), rotterdam, 10);
  const heardAt = new Date(shop.clock.now().getTime() - 15 * minute);
  await shop.given.feed({ kind: 'levels', source: '3PL', location: rotterdam, heardAt, everyMin: 15 });
  return shop;
}

/** The 3PL tells its levels, as a file on the command line would. */
async function tells(shop: Shop, available: number) {
  const ctx = await newContext({ workspace: shop.workspace, at: shop.clock.now().toISOString() });
  const file = `sku,location,available,as_of\nMUG-01,ROT,${available},${shop.clock.now().toISOString()}\n`;
  await importing(ctx, 'levels FILE --source 3PL', file);
  await later(shop, 0);
}

async function later(shop: Shop, minutes: number) {
  await shop.passes(minutes * minute);
  await shop.app.catchUp();
  await shop.app.idle();
}

test('a feed that is silent for three of its usual gaps is one issue, which ends by itself; a second silence is another', async () => {
  await using shop = await openFed();
  await tells(shop, 10);
  await later(shop, 44);
  expect((await shop.ada.seesAll('dm')).join()).not.toContain('No stock levels');
  await later(shop, 1);
  const card = await shop.ada.sees('No stock levels from 3PL, Rotterdam, since Mon 2 Mar 09:00 CET', 'dm');
  await later(shop, 60);
  expect(await shop.db.prisma.issue.count({ where: { workspaceId: shop.workspace.id } })).toBe(1);
  await shop.maya.says('/ops feeds');
  const list = await shop.maya.sees('2 feeds, 1 silent');
  expect(list.text).toContain('Stock levels from 3PL, Rotterdam · silent since 09:00 CET');
  expect(list.text).toContain('usually every 15 min');

  await tells(shop, 9);
  const done = await shop.ada.sees('Done', 'dm');
  expect(done.ts).toBe(card.ts);
  await shop.ada.sees('Heard again Mon 2 Mar 10:45 CET, after 1 h 45 min', 'dm');
  await later(shop, 46);
  await shop.ada.sees('Rotterdam, since Mon 2 Mar 10:45 CET', 'dm');
  expect(await shop.db.prisma.issue.count({ where: { workspaceId: shop.workspace.id } })).toBe(2);
});

test('while its levels are silent a watch says so and tells of nothing; then it runs once on what is so', async () => {
  await using shop = await openFed();
  await shop.given.stock(
    (await shop.db.prisma.sku.findFirstOrThrow({ where: { workspaceId: shop.workspace.id, code: 'MUG-01' } }))
      .id,
    await shop.given.location({ code: 'HAM', name: 'Hamburg' }),
    3,
  );
  await tells(shop, 0);
  await shop.maya.says('/stock watch MUG-01');
  await shop.maya.sees('3 available', 'dm');
  await later(shop, 46);
  const card = await shop.maya.sees('paused: no 3PL data for Rotterdam since 09:00', 'dm');
  const ctx = await newContext({ workspace: shop.workspace, at: shop.clock.now().toISOString() });
  await importing(ctx, 'levels FILE', 'sku,location,available\nMUG-01,HAM,0\n');
  await later(shop, 1);
  expect((await shop.maya.sees('0 available', 'dm')).ts).toBe(card.ts);
  const told = async () => (await shop.maya.seesAll('dm')).filter((text) => text.includes('is out of stock'));
  expect(await told()).toEqual([]);
  await tells(shop, 0);
  await shop.maya.sees('MUG-01 is out of stock', 'dm');
  expect((await shop.maya.sees('Watched for Maya', 'dm')).text).not.toContain('paused');
  await later(shop, 5);
  await tells(shop, 0);
  // In the thread and in the channel.
  expect(await told()).toHaveLength(2);
});

/** An order of a channel arrives, as a file on the command line would tell it. */
async function isOrdered(shop: Shop, number: number, placedAt: string) {
  const ctx = await newContext({ workspace: shop.workspace, at: shop.clock.now().toISOString() });
  const file = `channel,number,placed_at,code,quantity\nshopify,${number},${placedAt},LAMP-03,14\n`;
  await importing(ctx, 'orders FILE', file);
  await later(shop, 0);
}

test('while the orders of a channel are silent, cards and watches say so; then they say no more of it', async () => {
  await using shop = await openShop({ at: '2026-03-02T08:00:00Z', stock: { 'LAMP-03': 5 } });
  const heardAt = new Date(shop.clock.now().getTime() - 15 * minute);
  await shop.given.feed({ kind: 'orders', source: 'shopify', heardAt, everyMin: 15 });
  await isOrdered(shop, 1, '2026-02-16T08:00:00Z');
  await shop.maya.says('/stock watch LAMP-03');
  await later(shop, 46);
  await shop.maya.sees('no orders from shopify since 09:00 CET, so cover rests', 'dm');
  await shop.maya.says('/stock LAMP-03');
  const card = await shop.maya.sees('no orders from shopify since 09:00 CET, so cover rests');
  expect(card.text).toContain('⚠️');
  expect(card.text).toContain('Cover: 5 days at 1 a day over the 14 days before today, resting');

  await isOrdered(shop, 2, '2026-03-01T20:00:00Z');
  await shop.maya.says('/stock LAMP-03');
  const again = await shop.maya.sees('Cover: 2 days at 2 a day over the 14 days before today');
  expect(again.text).not.toMatch(/resting|no orders/);
  expect((await shop.maya.seesAll('dm')).join('\n')).not.toContain('no orders from shopify');
});
