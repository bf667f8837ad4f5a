import { expect, test } from 'vitest';
import type { Shop } from '../../harness/shop.ts';
import { cardSaying, endsTask, shopSays, shopWithOrder, tasksOf } from './acting.ts';

async function releases(shop: Shop) {
  await shop.maya.presses(await cardSaying(shop, 'On hold'), 'Release');
  return await shop.maya.sends('Release an order', { reason: 'settled' });
}

test('a hold of the shop stays until the shop tells its end: its release is asked for once', async () => {
  await using shop = await shopWithOrder();
  await shopSays(shop, true);
  const before = await cardSaying(shop, 'On hold');
  expect(await releases(shop)).toEqual({});
  const done = await shop.maya.sees(
    'Order 1042 stays on hold until Shopify tells that it is released. Task #1 asks to do it there.',
  );
  // What did not happen here is not undone here.
  expect(done.offers).not.toContain('Undo');
  const card = await cardSaying(shop, 'Release asked for: task #1');
  expect(card.text).toContain('fraud check');
  expect(card.offers).not.toContain('Release');
  // A button that was posted before.
  await shop.maya.presses(before, 'Release');
  expect(await shop.maya.sends('Release an order', { reason: 'settled' })).toEqual({
    reason: 'That is asked for already: task #1 is open.',
  });
  await shop.passes(60_000);
  await endsTask(shop, 1, 'Release order 1042 (settled)');
  await cardSaying(shop, 'Released in Shopify, as task #1 says; Shopify has not told of it yet');
  await shop.maya.presses(before, 'Release');
  expect(await shop.maya.sends('Release an order', { reason: 'other' })).toEqual({
    reason: 'That is done already, by task #1: the shop has not told of it yet.',
  });
  // The shop says that it holds it still: it may be asked for again.
  await shop.passes(60_000);
  await shopSays(shop, true);
  await shop.maya.presses(before, 'Release');
  expect(await shop.maya.sends('Release an order', { reason: 'held by mistake' })).toEqual({});
  await shop.maya.sees('Task #2 asks to do it there.');
  await shop.passes(60_000);
  await shopSays(shop, false);
  const free = await cardSaying(shop, 'Was on hold once before');
  expect(free.text).not.toContain('Release asked for');
  expect(await tasksOf(shop)).toEqual([
    '1 done: Release order 1042 (settled)',
    '2 new: Release order 1042 (held by mistake)',
  ]);
});

test('an order that the shop and one of us hold is released here, and stays on hold there', async () => {
  await using shop = await shopWithOrder();
  await shopSays(shop, true);
  const both = await cardSaying(shop, 'On hold');
  await shop.maya.presses(both, 'Promise, cancel, refund …');
  await shop.maya.presses(await shop.maya.sees('What shall happen to Order 1042?'), 'Hold');
  expect(await shop.maya.sends('Hold an order', { reason: 'address' })).toEqual({});
  await shop.maya.sees('Order 1042 is on hold here: address.');
  expect(await releases(shop)).toEqual({});
  await shop.maya.sees(
    'Order 1042 is released here, but stays on hold until Shopify tells that it is released. Task #2 asks to do it there.',
  );
});
