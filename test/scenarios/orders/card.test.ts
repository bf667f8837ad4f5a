import { expect, test } from 'vitest';
import { givenOrders } from '../../harness/given-orders.ts';
import { openShop, type Shop } from '../../harness/shop.ts';

// A Tuesday, 09:00 in Hamburg.
const at = '2026-03-03T08:00:00Z';
const on = (text: string) => new Date(text);

async function openOrders() {
  const shop = await openShop({ at, stock: { 'MUG-01': 10 } });
  return { shop, order: givenOrders(shop.db.prisma, shop.workspace, () => shop.clock.now()) };
}

/** Two of three lines went out on Monday; the promise ended with Monday. */
async function lateOrder(order: ReturnType<typeof givenOrders>, number = '1042') {
  return await order(number, {
    stage: 'handed_over',
    handedOverAt: null,
    customerReference: 'C-77',
    shipBy: on('2026-03-02T15:00:00Z'),
    lines: [
      { code: 'MUG-01', ordered: 2, labelled: 2, shipped: 2 },
      { code: 'LAMP-03', ordered: 1, labelled: 1, shipped: 1 },
      { code: 'BOX-09', ordered: 1 },
    ],
    parcels: [
      {
        externalId: '255858046',
        state: 'handed_over',
        carrierSaid: 'DHL',
        tracking: ['0034 0434 2921'],
        labelledAt: on('2026-03-02T10:00:00Z'),
        handedOverAt: on('2026-03-02T13:05:00Z'),
        handOverBy: 'scan',
      },
    ],
    promises: [
      {
        on: on('2026-03-02T00:00:00Z'),
        until: on('2026-03-02T23:00:00Z'),
        toldAt: on('2026-03-01T09:00:00Z'),
      },
    ],
    refunds: [{ amountMinor: 500n, at: on('2026-03-02T14:00:00Z'), note: 'late' }],
    milestones: [
      {
        what: 'delivered',
        at: on('2026-03-02T16:00:00Z'),
        retracted: true,
        part: '255858046',
        source: 'file carrier',
      },
    ],
  });
}

test('an order is found by its number, with its sign, by tracking number and by the customer’s reference', async () => {
  const { shop, order } = await openOrders();
  await using _ = shop;
  await lateOrder(order);
  for (const asked of ['1042', '#1042', '003404342921', '0034 0434 2921', 'C-77']) {
    await shop.vic.says(`/order ${asked}`);
    const card = await shop.vic.sees(
      'Late: promised Mon 2 Mar, 2 of 3 lines shipped, last parcel with DHL since Mon 2 Mar 14:05 CET',
    );
    expect(card.ephemeral, asked).toBe(true);
    expect(card.text).toContain('Order 1042 · shopify');
  }
  await shop.vic.says('/ops 003404342921');
  await shop.vic.sees('Order 1042 · shopify');
});

test('the card tells lines by state, parcels, promise, refunds and the other open orders of the customer', async () => {
  const { shop, order } = await openOrders();
  await using _ = shop;
  await lateOrder(order);
  await order('1050', { customerReference: 'C-77' });
  await order('1051', { customerReference: 'C-77', stage: 'delivered' });
  await order('1052', { customerReference: 'C-77', channel: 'amazon' });
  await shop.vic.says('/order 1042');
  const { text } = await shop.vic.sees('Order 1042 · shopify');
  expect(text).toMatch(/SKU +Title +Pieces +Shipped +To send +Price/);
  expect(text).toMatch(/BOX-09 .*1 +0 +1 +€10\.00/);
  expect(text).toContain('Parcel DHL 0034 0434 2921: handed over (scan) since Mon 2 Mar 14:05 CET');
  expect(text).toContain('Promised Mon 2 Mar, by the shop');
  expect(text).toContain('Refunded €5.00 Mon 2 Mar 15:00 CET: late');
  expect(text).toContain('Also open for this customer: 1050');
  expect(text).not.toMatch(/1051|1052|C-77/);
  expect(text).toContain('· 3 lines');
});

test.each([
  [
    'a hold with its reason',
    { stage: 'paid', holds: [{ from: on('2026-03-02T07:00:00Z'), reason: 'address' }] },
    'On hold since Mon 2 Mar 08:00 CET: address',
  ],
  [
    'a missed ship-by',
    { stage: 'packed', packedAt: on('2026-03-02T14:00:00Z'), shipBy: on('2026-03-02T15:00:00Z') },
    'Late: ship-by was Mon 2 Mar 16:00 CET, packed Mon 2 Mar 15:00 CET',
  ],
  [
    'a stop',
    { stage: 'paid', nextStop: 'unallocated', nextStopAt: on('2026-03-03T07:00:00Z') },
    'Stopped: paid and not allocated, since 08:00 CET',
  ],
  [
    'a missed truck that nobody knows any more',
    {
      stage: 'labelled',
      labelledAt: on('2026-03-02T14:00:00Z'),
      nextStop: 'unscanned',
      nextStopAt: on('2026-03-02T15:45:00Z'),
    },
    'Stopped: labelled Mon 2 Mar 15:00 CET, missed its truck',
  ],
  ['nothing wrong', { stage: 'packed', packedAt: on('2026-03-03T07:30:00Z') }, 'Packed 08:30 CET'],
  [
    'a delivery on time',
    {
      stage: 'delivered',
      deliveredAt: on('2026-03-02T13:05:00Z'),
      promises: [{ on: on('2026-03-02T00:00:00Z'), until: on('2026-03-02T23:00:00Z') }],
    },
    'Delivered Mon 2 Mar 14:05 CET, on time',
  ],
  [
    'a delivery within its second promise',
    {
      stage: 'delivered',
      deliveredAt: on('2026-03-02T13:05:00Z'),
      promises: [{ until: on('2026-03-02T13:04:59Z') }, { until: on('2026-03-02T13:05:00Z') }],
    },
    'Delivered Mon 2 Mar 14:05 CET, late: promised Mon 2 Mar 14:04 CET, within the new promise',
  ],
  [
    'a cancellation after hand-over',
    {
      stage: 'handed_over',
      handedOverAt: on('2026-03-02T13:05:00Z'),
      cancelledAt: on('2026-03-02T15:05:00Z'),
      cancelledBy: 'customer',
    },
    'Cancelled after hand-over, Mon 2 Mar 16:05 CET by the customer',
  ],
  [
    'a cancellation',
    { stage: 'cancelled', cancelledAt: on('2026-03-02T15:05:00Z') },
    'Cancelled Mon 2 Mar 16:05 CET',
  ],
  [
    'a return',
    { stage: 'returned', returnedAt: on('2026-03-02T15:05:00Z') },
    'Returned to sender Mon 2 Mar 16:05 CET',
  ],
  ['a test order', { test: true }, 'Test order'],
  ['a draft', { draft: true }, 'A draft: the shop has not confirmed it yet'],
  [
    'nothing to send',
    { stage: 'paid', paidAt: on('2026-03-03T07:30:00Z'), digital: true },
    'Nothing is sent',
  ],
  ['no lines', {}, 'No lines were told of it yet'],
])('the card says it first: %s', async (_, rows, finding) => {
  const { shop, order } = await openOrders();
  await using __ = shop;
  await order('1042', rows);
  await shop.vic.says('/order 1042');
  await shop.vic.sees(finding);
});

test('one number in two channels is a list to pick from', async () => {
  const { shop, order } = await openOrders();
  await using _ = shop;
  await order('1042', { stage: 'paid' });
  await order('1042', { channel: 'amazon' });
  await shop.vic.says('/order 1042');
  const list = await shop.vic.sees('2 orders fit "1042" by number');
  expect(list.text).toContain('1042 (amazon): placed, placed 09:00 CET');
  await shop.vic.presses(list, 'Show 1042');
  const card = await shop.vic.sees('Order 1042 ·');
  expect(card.ts).toBe(list.ts);
});

test('nothing found says what was searched, until when, and what is near', async () => {
  const { shop, order } = await openOrders();
  await using _ = shop;
  await shop.vic.says('/order 10429');
  await shop.vic.sees('No orders have come in yet');
  await shop.given.feed({ kind: 'orders', source: 'shopify', heardAt: on('2026-03-03T07:55:00Z') });
  await order('1042');
  await shop.vic.says('/order 10429');
  const nothing = await shop.vic.sees('No order, parcel or customer\'s reference is "10429"');
  expect(nothing.text).toContain('shopify complete until 08:55 CET');
  await shop.vic.presses(nothing, 'Show 1042');
  await shop.vic.sees('Order 1042 · shopify');
});

test('the timeline tells everything in time order with who told it, and what was taken back', async () => {
  const { shop, order } = await openOrders();
  await using _ = shop;
  await lateOrder(order);
  await shop.vic.says('/order 1042');
  const card = await shop.vic.sees('Order 1042 · shopify');
  await shop.vic.presses(card, 'Timeline');
  const timeline = await shop.vic.sees('6 things happened, last: Placed on shopify 09:00 CET');
  const lines = timeline.text.split('\n').filter((line) => / CET .* · /.test(line));
  expect(lines).toEqual([
    'Sun 1 Mar 10:00 CET Promised Mon 2 Mar · shopify',
    'Mon 2 Mar 11:00 CET Parcel 0034 0434 2921 labelled · test',
    'Mon 2 Mar 14:05 CET Parcel 0034 0434 2921 handed over (scan) · test',
    'Mon 2 Mar 15:00 CET Refunded €5.00: late · test',
    'Mon 2 Mar 17:00 CET Parcel 0034 0434 2921 delivered, taken back · file carrier',
    '09:00 CET Placed on shopify · test',
  ]);
  await shop.vic.presses(timeline, 'Back to the order');
  expect((await shop.vic.sees('Late: promised')).ts).toBe(timeline.ts);
});

test('a large order shows ten lines, counts the rest and sends all of them as a file', async () => {
  const { shop, order } = await openOrders();
  await using _ = shop;
  const lines = Array.from({ length: 4_000 }, (_, i) => ({ code: `SKU-${i}`, ordered: 1 }));
  await order('1042', { lines });
  await shop.maya.says('/order 1042');
  const card = await shop.maya.sees('Order 1042 · shopify');
  expect(card.text).toContain('and 3,990 more lines');
  expect(card.text).toContain('€40,000.00');
  await shop.maya.presses(card, 'Lines as CSV');
  await shop.maya.sees('I am writing order lines to a CSV file');
  await shop.maya.presses(card, 'Lines as CSV');
  await shop.maya.sees('The file you asked for is still being written');
});

test('Share posts a snapshot for everybody: Refresh makes it the present one, and what its readers press answers them alone', async () => {
  const { shop, order } = await openOrders();
  await using _ = shop;
  const id = await order('1042', { stage: 'paid', lines: [{ code: 'MUG-01', ordered: 1 }] });
  await shop.maya.says('/order 1042');
  await shop.maya.presses(await shop.maya.sees('Order 1042'), 'Share in channel');
  const shared = await shop.lena.sees('shared by <@U0MAYA0001>');
  expect(shared.ephemeral).toBe(false);
  expect(shared.offers).toEqual(['Show to me', 'Watch', 'Raise issue']);
  await change(shop, id, { stage: 'packed', packedAt: shop.clock.now() });
  await shop.vic.presses(shared, 'Show to me');
  expect((await shop.vic.sees('Packed')).ephemeral).toBe(true);
  await shop.lena.picksMore(shared, 'Refresh');
  expect((await shop.lena.sees('Packed')).ts).toBe(shared.ts);
});

test('several numbers are answered by the finding of each, ten at a time', async () => {
  const { shop, order } = await openOrders();
  await using _ = shop;
  await lateOrder(order);
  await order('1043', { stage: 'packed', packedAt: on('2026-03-03T07:00:00Z') });
  await order('1044', { channel: 'ebay' });
  await order('1044', { channel: 'amazon' });
  await shop.vic.says('/order 1042, 1043 and 1044 9999 #1043');
  const list = await shop.vic.sees('2 orders, 1 to look at, 1 not found');
  expect(list.text).toMatch(
    /1042 · ⚠️ Late: promised Mon 2 Mar[\s\S]*1043 · Packed 08:00 CET[\s\S]*Several orders fit "1044": ask for it alone[\s\S]*No order is "9999"/,
  );
  expect(list.text.match(/Packed/g)).toHaveLength(1);
  await shop.vic.presses(list, 'Show 1043');
  await shop.vic.sees('Order 1043 · shopify');
  await shop.vic.says(`/order 1042 ${Array.from({ length: 11 }, (_, n) => 2000 + n).join(' ')}`);
  expect((await shop.vic.sees('1 order, 1 to look at, 9 not found')).text).toContain('and 2 more numbers');
  // What is held is not all right.
  await order('1045', { stage: 'paid', holds: [{ from: on('2026-03-02T07:00:00Z') }] });
  await shop.vic.says('/order 1043 1045');
  await shop.vic.sees('2 orders, 1 on hold');
  await shop.vic.says('/order 1042 1045');
  await shop.vic.sees('2 orders, 1 to look at, 1 on hold');
  // A tracking number with spaces stays one.
  await shop.vic.says('/order 0034 0434 2921');
  await shop.vic.sees('Order 1042 · shopify');
  await shop.vic.says('/order no such thing');
  await shop.vic.sees('No order, parcel or customer\'s reference is "no such thing"');
});

test('Share in a direct message asks for the channel', async () => {
  const { shop, order } = await openOrders();
  await using _ = shop;
  await order('1042');
  await shop.maya.says('/order 1042', 'dm');
  await shop.maya.presses(await shop.maya.sees('Order 1042', 'dm'), 'Share in channel');
  await shop.maya.sends('Share in a channel', { channel: 'C0OPSALERT' } as never);
  await shop.maya.sees('Order 1042 is shared in', 'dm');
  await shop.lena.sees('shared by <@U0MAYA0001>', 'C0OPSALERT');
});

test('a watched order is kept up to date in direct messages, and a line says when it leaves', async () => {
  const { shop, order } = await openOrders();
  await using _ = shop;
  await order('1042', { stage: 'packed', packedAt: on('2026-03-03T07:00:00Z'), source: 'import' });
  await shop.vic.says('/order 1042');
  const card = await shop.vic.sees('Order 1042 · shopify');
  await shop.vic.presses(card, 'Watch');
  await shop.vic.sees('Watching order 1042: its card goes to your direct messages with me');
  const living = await shop.vic.sees('Watched for Vic', 'dm');
  await shop.vic.presses(card, 'Watch');
  await shop.vic.sees('Order 1042 is already watched');
  await shop.vic.presses(living, 'Stop watching');
  await shop.vic.sees('No longer watched', 'dm');
});

test('a viewer sees the card; who has no role is told who can give one', async () => {
  const { shop, order } = await openOrders();
  await using _ = shop;
  await order('1042');
  await shop.db.prisma.person.updateMany({
    where: { workspaceId: shop.workspace.id, name: 'Vic' },
    data: { roles: [] },
  });
  const { ack } = await shop.vic.says('/order 1042');
  expect(JSON.stringify(ack)).toContain('You have no role here');
});

test('without words the command says how it is used', async () => {
  await using shop = await openShop({ at });
  await shop.vic.says('/order');
  await shop.vic.sees('/order 25066');
});

async function change(shop: Shop, id: string, data: object) {
  const where = { workspaceId_id: { workspaceId: shop.workspace.id, id } };
  await shop.db.prisma.order.update({ where, data: { ...data, updatedAt: shop.clock.now() } });
}
