import { expect, test } from 'vitest';
import { newContext } from '../../harness/database.ts';
import { importing } from '../../harness/import.ts';
import { openShop, type Shop } from '../../harness/shop.ts';

/** The warehouse reports new levels a minute later. */
async function counts(shop: Shop, row: string) {
  await shop.passes(60_000);
  const ctx = await newContext({ workspace: shop.workspace, at: shop.clock.now().toISOString() });
  await importing(ctx, 'levels FILE', `sku,location,available\n${row}`);
  await shop.app.catchUp();
  await shop.app.idle();
}

test('a late list of members from Slack delays only its own channel', async () => {
  await using shop = await openShop({ stock: { 'MUG-01': 10 } });
  shop.expectComplaint(/ratelimited/);
  const { control } = shop.sandbox;
  // The look before the watch and the outbox's own are both refused.
  await control.fault({ method: 'conversations.info', kind: 'ratelimited', retry_after: 60, times: 2 });
  await shop.maya.says('/stock watch MUG-01 here');
  await shop.app.idle();
  await shop.maya.says('/stock watch MUG-01');
  await shop.maya.sees('Watched for Maya', 'dm');
  await shop.passes(61_000);
  await shop.app.catchUp();
  await shop.maya.sees('Watched for Maya');
});

test('a card that somebody deleted comes back when it is requested again', async () => {
  await using shop = await openShop({ stock: { 'MUG-01': 10 } });
  shop.expectComplaint(/message_not_found/);
  await shop.maya.says('/stock watch MUG-01 here');
  await shop.maya.sees('Watched for Maya');
  await shop.app.idle();
  const { control } = shop.sandbox;
  await control.fault({ method: 'chat.update', kind: 'error', error: 'message_not_found', times: 1 });
  await counts(shop, 'MUG-01,HAM,7');
  await counts(shop, 'MUG-01,HAM,6');
  expect((await shop.maya.seesAll()).filter((text) => text.includes('6 available'))).toEqual([]);
  await shop.lena.says('/stock watch MUG-01 here');
  const card = await shop.maya.sees('6 available');
  await shop.app.idle();
  await counts(shop, 'MUG-01,HAM,5');
  expect((await shop.maya.sees('5 available')).ts).toBe(card.ts);
});

test('a person who has become a guest gets no more news about stock', async () => {
  await using shop = await openShop({ stock: { 'MUG-01': 10 } });
  await shop.maya.says('/stock watch MUG-01');
  await shop.maya.sees('Watched for Maya', 'dm');
  const { control } = shop.sandbox;
  await control.changeMember(shop.maya.id, { is_restricted: true });
  const { prisma } = shop.db;
  const where = { workspaceId: shop.workspace.id, slackUserId: shop.maya.id };
  await control.waitFor(async () => (await prisma.member.findFirst({ where }))?.kind === 'guest');
  await counts(shop, 'MUG-01,HAM,3');
  expect((await shop.maya.seesAll('dm')).join()).toContain('10 available');
  await shop.maya.says('stock MUG-01', 'dm');
  await shop.maya.sees('You have no role here', 'dm');
});
