import { expect, test } from 'vitest';
import { newContext } from '../../harness/database.ts';
import { importing } from '../../harness/import.ts';
import { openShop, type Shop } from '../../harness/shop.ts';

// A Monday, 09:00 in Hamburg.
const at = '2026-03-02T08:00:00Z';

async function fromFile(shop: Shop, command: string, text: string) {
  const ctx = { ...(await newContext()), workspace: shop.workspace, now: shop.clock.now() };
  expect((await importing(ctx, command, text)).faults).toEqual([]);
}

/** A shop with an order to France that was paid on Monday at eight, and whose channel promises nothing. */
async function withOrder() {
  const shop = await openShop({ at, stock: { 'MUG-01': 10 } });
  await fromFile(shop, 'carriers FILE', 'carrier,service,name\nDHL,,\nDHL,EXPRESS,Express');
  await fromFile(shop, 'collections FILE', 'location,carrier,weekdays,cut_off\nHAM,DHL,Mon–Fri,16:00');
  await fromFile(
    shop,
    'orders FILE',
    'number,channel,placed_at,paid_at,location,country,code,title,quantity,unit_price\n1042,shopify,2026-03-02T06:00:00Z,2026-03-02T07:00:00Z,HAM,France,MUG-01,Mug,2,20.00\n',
  );
  return shop;
}

const promised = async ({ db, workspace }: Shop) =>
  (await db.prisma.order.findFirst({ where: { workspaceId: workspace.id } }))?.promisedBy ?? null;

test('a manager sets what is promised, and orders without a promise have one', async () => {
  await using shop = await withOrder();
  await shop.omar.says('/order promises');
  const none = await shop.omar.sees('No promise rules yet');
  expect(none.text).toContain('Orders of channels that promise nothing are never late for their customers');
  await shop.omar.presses(none, 'Add a rule');
  const draft = { transitDays: '3', handlingDays: '0' };
  expect(
    await shop.omar.sends('Add a promise rule', { ...draft, country: 'Frankreich', from: '2026-03-01' }),
  ).toEqual({ country: 'I know no such country: write DE or Germany.' });
  expect(
    await shop.omar.sends('Add a promise rule', { ...draft, country: 'France', from: '2026-03-01' }),
  ).toEqual({ from: 'What was promised stays promised: today or later.' });
  expect(
    await shop.omar.sends('Add a promise rule', { ...draft, country: 'France', from: '2026-03-02' }),
  ).toEqual({});
  const list = await shop.omar.sees('1 promise rule');
  expect(list.text).toContain('to France');
  expect(list.text).toContain('delivered within 3 working days after it leaves');
  // Leaves on Monday at four; three working days later ends on Thursday, in Paris.
  await shop.app.catchUp();
  expect(await promised(shop)).toEqual(new Date('2026-03-05T23:00:00Z'));
  await shop.maya.says('/order 1042');
  expect((await shop.maya.sees('Order 1042')).text).toContain('by our rule');
});

test('a rule ends, and a second one for the same orders follows it; what was promised stays', async () => {
  await using shop = await withOrder();
  await fromFile(shop, 'promises FILE', 'transit_days,valid_from\n3,2026-01-01');
  await shop.app.catchUp();
  await shop.omar.says('/order promises');
  await shop.omar.presses(await shop.omar.sees('1 promise rule'), 'Add a rule');
  const draft = { transitDays: '1', handlingDays: '1' };
  expect(await shop.omar.sends('Add a promise rule', { ...draft, from: '2026-03-09' })).toEqual({});
  const both = await shop.omar.sees('2 promise rules');
  expect(both.text).toContain('Any order · last on Sun 8 Mar');
  expect(both.text).toContain('Any order · from Mon 9 Mar');
  expect(both.text).toContain(
    'delivered within 2 working days after it leaves: 1 to handle it, 1 on the way',
  );
  await shop.omar.presses(both, 'Add a rule');
  expect(await shop.omar.sends('Add a promise rule', { ...draft, from: '2026-03-05' })).toEqual({
    from: 'One for the same orders begins on 2026-03-09: take that one back first, or begin then.',
  });
  // The first of the list is the one to come.
  await shop.omar.presses(both, 'End');
  expect(await shop.omar.sends('End the rule', { last: '2026-03-01' })).toEqual({
    last: 'What was promised stays promised: today or later.',
  });
  expect(await shop.omar.sends('End the rule', { last: '2026-03-02' })).toEqual({});
  // The one that it was to follow goes on, without an end.
  await expect
    .poll(async () =>
      (await shop.db.prisma.promiseRule.findMany({ where: { workspaceId: shop.workspace.id } })).map(
        ({ transitDays, validTo }) => [transitDays, validTo],
      ),
    )
    .toEqual([[3, null]]);
  await shop.app.catchUp();
  expect(await promised(shop)).toEqual(new Date('2026-03-05T23:00:00Z'));
});

test('an order that is late is so no more when a lead promises a day that a later truck keeps', async () => {
  await using shop = await withOrder();
  await fromFile(shop, 'promises FILE', 'transit_days,valid_from\n2,2026-01-01');
  await shop.app.catchUp();
  shop.clock.set('2026-03-02T16:00:00Z');
  await shop.lena.says('/order 1042');
  const late = await shop.lena.sees('Late: ship-by was 16:00 CET');
  await shop.lena.presses(late, 'Promise, cancel, refund …');
  await shop.lena.presses(await shop.lena.sees('What shall happen to Order 1042?'), 'New promise');
  expect(await shop.lena.sends('Promise a new day', { on: '2026-03-06', reason: 'stock' })).toEqual({});
  await shop.lena.sees('Order 1042 is promised by Fri 6 Mar here');
  await shop.lena.says('/order 1042');
  // Two working days before Friday.
  const card = await shop.lena.sees('Ship by Wed 4 Mar 16:00 CET, by the new promise');
  expect(card.text).not.toContain('Late');
  await shop.lena.says('/order backlog');
  await shop.lena.sees('1 to ship, none past ship-by');
  const where = { workspaceId: shop.workspace.id };
  const orders = await shop.db.prisma.order.findMany({ where });
  // What the customer was told first is measured as it was, and so is whether it went on time.
  expect(orders).toMatchObject([
    {
      promisedBy: new Date('2026-03-04T23:00:00Z'),
      promisedByRevised: new Date('2026-03-06T23:00:00Z'),
      shipDay: new Date('2026-03-02T00:00:00Z'),
    },
  ]);
});

test('a rule that has not begun and follows none is taken back whole', async () => {
  await using shop = await openShop({ at, stock: { 'MUG-01': 1 } });
  await shop.omar.says('/order promises');
  await shop.omar.presses(await shop.omar.sees('No promise rules yet'), 'Add a rule');
  const draft = { transitDays: '2', handlingDays: '0', from: '2026-03-09' };
  expect(await shop.omar.sends('Add a promise rule', draft)).toEqual({});
  await shop.omar.presses(await shop.omar.sees('1 promise rule'), 'End');
  expect(await shop.omar.sends('End the rule', { last: '2026-03-02' })).toEqual({});
  const where = { workspaceId: shop.workspace.id };
  await expect.poll(async () => await shop.db.prisma.promiseRule.count({ where })).toBe(0);
});

test('a shop without carriers sets a rule for any service', async () => {
  await using shop = await openShop({ at, stock: { 'MUG-01': 1 } });
  await shop.omar.says('/order promises');
  await shop.omar.presses(await shop.omar.sees('No promise rules yet'), 'Add a rule');
  expect(await shop.omar.sends('Add a promise rule', { transitDays: '0', handlingDays: '0' })).toEqual({});
  expect((await shop.omar.sees('1 promise rule')).text).toContain('delivered on the day it leaves');
});

test('who may not set promises reads them, and is told who may', async () => {
  await using shop = await withOrder();
  await shop.vic.says('/order promises');
  const none = await shop.vic.sees('No promise rules yet');
  expect(none.text).toContain('A manager can add how long parcels take.');
  expect(none.offers).not.toContain('Add a rule');
});
