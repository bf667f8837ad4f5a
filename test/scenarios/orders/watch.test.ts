import { expect, test } from 'vitest';
import { newContext } from '../../harness/database.ts';
import { importing } from '../../harness/import.ts';
import { openShop, type Shop } from '../../harness/shop.ts';

const at = '2026-03-03T08:00:00Z';

/** The shop tells of its orders, as a file on the command line would. */
async function told(shop: Shop, ...rows: readonly string[]) {
  const ctx = await newContext({ workspace: shop.workspace, at: shop.clock.now().toISOString() });
  const header = 'number,channel,placed_at,packed_at,handed_over_at,delivered_at,code,quantity';
  const { faults } = await importing(ctx, 'orders FILE', [header, ...rows].join('\n'));
  expect(faults).toEqual([]);
  await shop.app.catchUp();
  await shop.app.idle();
}

test('a watched order follows what comes in: its card is edited, and a line below says once that it left and came', async () => {
  await using shop = await openShop({ at });
  await told(shop, '1042,shopify,2026-03-02 10:00,,,,MUG-01,1', '1043,shopify,2026-03-02 10:00,,,,MUG-01,1');
  await shop.vic.says('/order 1042');
  await shop.vic.presses(await shop.vic.sees('Order 1042 · shopify'), 'Watch');
  const card = await shop.vic.sees('Watched for Vic', 'dm');

  await shop.passes(60_000);
  await told(shop, '1042,shopify,2026-03-02 10:00,2026-03-03 08:30,,,MUG-01,1');
  const packed = await shop.vic.sees('Packed Tue 3 Mar 08:30 CET', 'dm');
  expect(packed.ts).toBe(card.ts);
  const all = await shop.vic.seesAll('dm');
  expect(
    all.filter((text) => text.includes('Watched for Vic')),
    all.join('\n---\n'),
  ).toHaveLength(1);

  await shop.passes(60_000);
  const out = '1042,shopify,2026-03-02 10:00,2026-03-03 08:30,2026-03-03 08:45,,MUG-01,1';
  await told(shop, out);
  await shop.vic.sees('Order 1042 is handed over', 'dm');
  await shop.passes(60_000);
  await told(shop, out);
  await shop.passes(60_000);
  await told(shop, '1043,shopify,2026-03-02 10:00,2026-03-03 08:30,2026-03-03 08:45,,MUG-01,1');
  const lines = (await shop.vic.seesAll('dm')).filter((text) => text.includes('is handed over'));
  // It appears in the thread and in the channel.
  expect(lines).toHaveLength(2);
});

test('a watch that ended is left as it is', async () => {
  await using shop = await openShop({ at });
  await told(shop, '1042,shopify,2026-03-02 10:00,,,,MUG-01,1');
  await shop.vic.says('/order 1042');
  await shop.vic.presses(await shop.vic.sees('Order 1042 · shopify'), 'Watch');
  await shop.vic.presses(await shop.vic.sees('Watched for Vic', 'dm'), 'Stop watching');
  await shop.vic.sees('No longer watched since Tue 3 Mar 09:00 CET', 'dm');
  await shop.passes(60_000);
  await told(shop, '1042,shopify,2026-03-02 10:00,2026-03-03 08:30,2026-03-03 08:45,,MUG-01,1');
  expect((await shop.vic.seesAll('dm')).join()).not.toContain('is handed over');
});
