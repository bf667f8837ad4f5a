import { expect, test } from 'vitest';
import { newContext } from '../../harness/database.ts';
import { linesOf, sectionFor, sectionIn } from '../../harness/digest.ts';
import { givenOrders } from '../../harness/given-orders.ts';
import type { Shop } from '../../harness/shop.ts';
import { buys, openBuying } from './buying.ts';

// Today is Friday, 27 November.
const contextOf = async (shop: Shop) =>
  await newContext({ workspace: shop.workspace, at: shop.clock.now().toISOString() });

test('a shop that waits for nothing says nothing of purchase orders', async () => {
  await using shop = await openBuying();
  const ctx = await contextOf(shop);
  expect(await sectionIn(ctx, 'purchases.inbound')).toBeNull();
  expect(await sectionIn(ctx, 'purchases.late')).toBeNull();
});

test('what comes today and in a week, the earliest first, with what it means for the stock', async () => {
  await using shop = await openBuying({ 'MUG-01': 0, 'CUP-02': 500 });
  await buys(shop, '4711,1,Acme,MUG-01,HAM,40,2026-11-27,,,Ocean,580.00,EUR');
  const one = await sectionIn(await contextOf(shop), 'purchases.inbound');
  expect(one).toMatchObject({ finding: '1 receipt expected today', urgency: 'note', total: 1 });

  await buys(
    shop,
    '4711,1,Acme,MUG-01,HAM,40,2026-11-27,,,Ocean,580.00,EUR',
    '4712,1,Beta,CUP-02,HAM,100,2026-12-01,,,Air,,',
    '4713,1,Beta,CUP-02,HAM,100,2026-12-20,,,Air,,',
    '4714,1,Acme,MUG-01,HAM,5,2026-11-20,,,Ocean,580.00,EUR',
  );
  const part = await sectionIn(await contextOf(shop), 'purchases.inbound');
  expect(part).toMatchObject({
    finding: '1 receipt expected today, 1 more by Thu 3 Dec, 1 overdue',
    urgency: 'look',
    total: 2,
  });
  expect(linesOf(part)).toEqual([
    '40 × MUG-01 · today · Acme · out of stock',
    '100 × CUP-02 · Tue 1 Dec · Beta · 500 available',
  ]);
  expect(part?.open?.text.text).toBe('4 on the way');
  // A digest about days to come looks as many days further.
  const further = await sectionIn(await contextOf(shop), 'purchases.inbound', { to: '2026-12-14' });
  expect(further?.finding).toBe('1 receipt expected today, 2 more by Sun 20 Dec, 1 overdue');
});

test('who is late with what, and what waits for it; as many as the list of what is overdue', async () => {
  await using shop = await openBuying({ 'MUG-01': 0, 'CUP-02': 500 });
  const { prisma } = shop.db;
  const sku = await prisma.sku.findFirstOrThrow({
    where: { workspaceId: shop.workspace.id, code: 'MUG-01' },
  });
  const order = givenOrders(prisma, shop.workspace, () => shop.clock.now());
  for (const number of ['1', '2', '3'])
    await order(number, { stage: 'paid', lines: [{ code: 'MUG-01', skuId: sku.id, ordered: 2 }] });
  await buys(
    shop,
    '4710,1,Acme,MUG-01,HAM,40,2026-11-20,,,Ocean,580.00,EUR',
    '4711,1,Acme,MUG-01,HAM,40,2026-11-24,,,Ocean,20.00,EUR',
    '4712,1,Beta,CUP-02,HAM,100,2026-11-26,,,Air,,',
    '4713,1,Beta,CUP-02,HAM,100,2026-12-10,,,Air,,',
  );
  const part = await sectionIn(await contextOf(shop), 'purchases.late');
  expect(part).toMatchObject({
    finding: '3 receipts overdue, 3 orders wait for 6 MUG-01',
    urgency: 'now',
    total: 2,
  });
  expect(linesOf(part)).toEqual([
    'Acme: 2 receipts overdue, the oldest since Fri 20 Nov (7 days ago) · €600.00',
    'Beta: 1 receipt overdue, since Thu 26 Nov (yesterday)',
  ]);
  expect(part?.open?.text.text).toBe('3 receipts');
  await shop.vic.says('/shipment inbound');
  await shop.vic.sees('3 receipts overdue, 3 orders wait for 6 MUG-01');
  const nobody = { kind: 'console', id: 'x', name: 'x', roles: [], timeZone: 'UTC' } as const;
  expect(await sectionFor({ ...(await contextOf(shop)), actor: nobody }, 'purchases.late')).toBeNull();
});
