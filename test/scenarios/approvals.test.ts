import { expect, test } from 'vitest';
import { openShop, type Shop } from '../harness/shop.ts';

/** All that follows from what was pressed was done and said. */
async function settles(shop: Shop): Promise<void> {
  await shop.app.idle();
  await shop.app.catchUp();
  await shop.app.idle();
}

async function asks(
  shop: Shop,
  who: 'maya' | 'lena' | 'omar',
  what: string,
  amount = '120.50',
): Promise<void> {
  await shop[who].says('/approval new');
  expect(
    await shop[who].sends('Ask for an approval', { what, why: 'We run out on Friday.', amount }),
  ).toEqual({});
  await settles(shop);
}

test('what somebody asks for is put before those who decide; a yes from a direct message is the same everywhere', async () => {
  await using shop = await openShop();
  await asks(shop, 'maya', 'order 200 extra cartons');
  expect((await shop.maya.sees('Approval 1 waits for a yes.')).ephemeral).toBe(true);
  const card = await shop.vic.sees('Maya asks to order 200 extra cartons');
  expect(card.ephemeral).toBe(false);
  expect(card.text).toContain('120.50 EUR');
  expect(card.text).toContain('We run out on Friday.');
  expect(card.offers).toEqual(['Approve', 'Reject', 'Ask']);
  const omars = await shop.omar.sees('Maya asks to order 200 extra cartons', 'dm');

  await shop.passes(5 * 60_000);
  await shop.omar.presses(omars, 'Approve');
  await settles(shop);
  const after = await shop.vic.sees('Approved by Omar: order 200 extra cartons');
  expect(after.ts).toBe(card.ts);
  expect(after.offers).toEqual([]);
  const there = await shop.omar.sees('Approved by Omar', 'dm');
  expect(there.ts).toBe(omars.ts);
  expect(there.offers).toEqual([]);
  await shop.maya.sees('Nothing runs by itself: do it now.', 'dm');
  expect((await shop.vic.sees('Omar said yes')).message.thread_ts).toBe(card.ts);
});
