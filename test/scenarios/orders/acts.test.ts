import { expect, test } from 'vitest';
import { newContext } from '../../harness/database.ts';
import { importing } from '../../harness/import.ts';
import { openShop, type Shop } from '../../harness/shop.ts';

// A Monday, 09:00 in Hamburg.
const at = '2026-03-02T08:00:00Z';

/** A shop with an order of two mugs, as far as `columns` say. */
async function withOrder(columns = 'paid_at', values = '2026-03-02T07:00:00Z') {
  const shop = await openShop({ at, stock: { 'MUG-01': 10 } });
  const ctx = { ...(await newContext()), workspace: shop.workspace, now: shop.clock.now() };
  const report = await importing(
    ctx,
    'orders FILE',
    `number,channel,placed_at,code,title,quantity,unit_price,customer,${columns}\n1042,shopify,2026-03-02T06:00:00Z,MUG-01,Mug,2,20.00,88,${values}\n`,
  );
  expect(report.faults).toEqual([]);
  return shop;
}

type Who = 'maya' | 'lena' | 'vic' | 'omar';

async function card(shop: Shop, who: Who, text = 'Order 1042') {
  await shop[who].says('/order 1042');
  return await shop[who].sees(text);
}

test('an order is held here and by a task, and the hold is taken back', async () => {
  await using shop = await withOrder();
  const shown = await card(shop, 'maya');
  await shop.maya.presses(shown, 'Hold');
  expect(await shop.maya.sends('Hold an order', { reason: 'address' })).toEqual({});
  const done = await shop.maya.sees('Order 1042 is on hold here: address.');
  expect(done.text).toContain('asks to do it in Shopify, where nothing has changed yet');
  expect((await card(shop, 'maya', 'On hold')).text).toContain('address');
  // Who tells of it, not who acted on it.
  const told = await shop.db.prisma.order.findMany({ where: { workspaceId: shop.workspace.id } });
  expect(told.map(({ source }) => source)).toEqual(['import']);
  await shop.maya.presses(done, 'Undo');
  await shop.app.catchUp();
  await card(shop, 'maya', 'Order 1042');
  const holds = await shop.db.prisma.orderHold.findMany({ where: { workspaceId: shop.workspace.id } });
  expect(holds).toMatchObject([{ source: 'person', reason: 'address' }]);
  // Nobody had held it in the shop yet, so there is nothing to do: no two tasks that contradict each other.
  const where = { workspaceId: shop.workspace.id, kind: 'task' };
  expect(await shop.db.prisma.issue.findMany({ where })).toMatchObject([
    { number: 1, state: 'done', resolutionCode: 'will not be fixed' },
  ]);
});

test('a new promise and an expedite are taken back: before anybody did it, there is nothing to do', async () => {
  await using shop = await withOrder('paid_at,promised_by', '2026-03-02T07:00:00Z,2026-03-05');
  const { prisma } = shop.db;
  const where = { workspaceId: shop.workspace.id };
  const tasks = async () =>
    (await prisma.issue.findMany({ where: { ...where, kind: 'task' }, orderBy: { number: 'asc' } })).map(
      ({ number, state, title }) => `${number} ${state}: ${title}`,
    );
  const act = async (button: string, form: string, sent: Record<string, string>) => {
    await shop.maya.presses(await card(shop, 'maya'), 'Promise, cancel, refund …');
    await shop.maya.presses(await shop.maya.sees('What shall happen to Order 1042?'), button);
    expect(await shop.maya.sends(form, sent)).toEqual({});
  };
  const promise = async (on: string) =>
    await act('New promise', 'Promise a new day', { on, reason: 'stock' });
  const promises = async () =>
    (await prisma.orderPromise.findMany({ where, orderBy: { ordinal: 'asc' } })).map(
      ({ on, source }) => `${on?.toISOString().slice(5, 10)} ${source}`,
    );
  await promise('2026-03-09');
  expect(await promises()).toEqual(['03-05 channel', '03-09 person']);
  await shop.maya.presses(await shop.maya.sees('promised by Mon 9 Mar here'), 'Undo');
  await shop.maya.sees(
    'Order 1042 is promised as before. Task #1 has ended: nobody had told the customer yet.',
  );
  expect(await promises()).toEqual(['03-05 channel']);

  await promise('2026-03-10');
  const told = await shop.maya.sees('promised by Tue 10 Mar here');
  await shop.maya.says('/issue 2');
  await shop.maya.presses(await shop.maya.sees('Promise order 1042 by Tue 10 Mar'), 'Done');
  expect(await shop.maya.sends('How did it end?', { code: 'fixed' })).toEqual({});
  await shop.maya.presses(told, 'Undo');
  // The customer knows: somebody has to tell them again.
  await shop.maya.sees('Task #3 asks to tell the customer, who was told Tue 10 Mar.');
  expect(await promises()).toEqual(['03-05 channel']);

  await act('Expedite', 'Expedite an order', { reason: 'we were late' });
  await shop.maya.presses(await shop.maya.sees('expedite order 1042 (we were late)'), 'Undo');
  await shop.maya.sees('Order 1042 goes in its turn again. Task #4 has ended');
  expect(await tasks()).toEqual([
    '1 done: Promise order 1042 by Mon 9 Mar (stock)',
    '2 done: Promise order 1042 by Tue 10 Mar (stock)',
    '3 new: Take back that order 1042 comes by Tue 10 Mar',
    '4 done: Expedite order 1042 (we were late)',
  ]);
});

test('a release ends the task of a hold that nobody did, and has its own where somebody did; held again it keeps its reason', async () => {
  await using shop = await withOrder();
  const tasks = async () =>
    (
      await shop.db.prisma.issue.findMany({
        where: { workspaceId: shop.workspace.id, kind: 'task' },
        orderBy: { number: 'asc' },
      })
    ).map(({ number, state, title }) => `${number} ${state}: ${title}`);
  const hold = async (task: number) => {
    await shop.maya.presses(await card(shop, 'maya'), 'Hold');
    expect(await shop.maya.sends('Hold an order', { reason: 'address' })).toEqual({});
    await shop.maya.sees(`Order 1042 is on hold here: address. Task #${task} asks`);
  };
  const release = async (outcome: string) => {
    await shop.maya.presses(await card(shop, 'maya', 'On hold'), 'Release');
    expect(await shop.maya.sends('Release an order', { reason: 'settled' })).toEqual({});
    return await shop.maya.sees(`Order 1042 is released here. ${outcome}`);
  };
  await hold(1);
  await release('Task #1 has ended: nobody had changed Shopify yet.');
  expect(await tasks()).toEqual(['1 done: Hold order 1042 (address)']);
  await hold(2);
  await shop.maya.says('/issue 2');
  await shop.maya.presses(await shop.maya.sees('Hold order 1042 (address)'), 'Done');
  expect(await shop.maya.sends('How did it end?', { code: 'fixed' })).toEqual({});
  const again = await release('Task #3 asks to do it in Shopify');
  await shop.maya.presses(again, 'Undo');
  await shop.app.catchUp();
  expect(await tasks()).toEqual([
    '1 done: Hold order 1042 (address)',
    '2 done: Hold order 1042 (address)',
    '3 done: Release order 1042 (settled)',
  ]);
  expect((await card(shop, 'maya', 'On hold')).text).toContain('address');
});

test('a refund within the limit becomes a task at once; beyond it, a lead is asked, and more than is left is refused', async () => {
  await using shop = await withOrder();
  const refund = async (amount: string) => {
    await shop.maya.presses(await card(shop, 'maya'), 'Promise, cancel, refund …');
    await shop.maya.presses(await shop.maya.sees('What shall happen to Order 1042?'), 'Refund');
    return await shop.maya.sends('Refund a customer', { amount, reason: 'arrived damaged' });
  };
  expect(await refund('41')).toEqual({
    amount: '€40.00 is left of order 1042: the customer pays €40.00 and has €0.00 back.',
  });
  expect(await shop.maya.sends('Refund a customer', { amount: 'some', reason: 'arrived damaged' })).toEqual({
    amount: 'That is not a number.',
  });
  expect(await shop.maya.sends('Refund a customer', { amount: '12.50', reason: 'arrived damaged' })).toEqual(
    {},
  );
  const said = await shop.maya.sees('refund €12.50 of order 1042 (arrived damaged)');
  expect(said.text).toContain('in Shopify, where nothing has changed yet');
  const [task] = await shop.db.prisma.issue.findMany({
    where: { workspaceId: shop.workspace.id, kind: 'task' },
  });
  expect(task?.title).toBe('Refund €12.50 of order 1042 (arrived damaged)');
  expect(await shop.db.prisma.refund.count({ where: { workspaceId: shop.workspace.id } })).toBe(0);
  // The same again may be a slip.
  expect(await refund('12.50')).toEqual({
    reason: 'That is asked for already: task #1 is open. Another reason tells two refunds apart.',
  });
  // What is asked for counts, although the shop has not told of it.
  expect(await refund('30')).toEqual({
    amount: '€27.50 is left of order 1042: the customer pays €40.00 and has €0.00 back; €12.50 is asked for.',
  });
});

test('a refund that was given counts until the shop tells of it, and then once', async () => {
  await using shop = await withOrder();
  const refund = async (amount: string, reason: string) => {
    await shop.maya.presses(await card(shop, 'maya'), 'Promise, cancel, refund …');
    await shop.maya.presses(await shop.maya.sees('What shall happen to Order 1042?'), 'Refund');
    return await shop.maya.sends('Refund a customer', { amount, reason });
  };
  expect(await refund('30', 'arrived damaged')).toEqual({});
  await shop.maya.says('/issue 1');
  await shop.maya.presses(await shop.maya.sees('Refund €30.00 of order 1042'), 'Done');
  expect(await shop.maya.sends('How did it end?', { code: 'fixed' })).toEqual({});
  expect(await refund('20', 'late')).toEqual({
    amount:
      '€10.00 is left of order 1042: the customer pays €40.00 and has €0.00 back; €30.00 was given, and the shop has not told of it yet.',
  });
  expect(await shop.maya.sends('Refund a customer', { amount: '30', reason: 'arrived damaged' })).toEqual({
    reason:
      'That is done already, by task #1: the shop has not told of it yet. Another reason tells two refunds apart.',
  });
  // The shop tells of it: it is not taken off twice.
  const [order] = await shop.db.prisma.order.findMany({ where: { workspaceId: shop.workspace.id } });
  await shop.db.prisma.refund.create({
    data: {
      workspaceId: shop.workspace.id,
      orderId: order?.id ?? '',
      source: 'shopify',
      externalId: '1',
      at: new Date(shop.clock.now().getTime() + 60_000),
      amountMinor: 3_000n,
    },
  });
  expect(await refund('20', 'late')).toEqual({
    amount: '€10.00 is left of order 1042: the customer pays €40.00 and has €30.00 back.',
  });
});

test('who sends an order again reads that it has arrived, and that it was sent again before', async () => {
  await using shop = await withOrder(
    'paid_at,handed_over_at,delivered_at',
    '2026-03-02T06:10:00Z,2026-03-02T06:30:00Z,2026-03-02T07:00:00Z',
  );
  const again = async () => {
    await shop.maya.presses(await card(shop, 'maya'), 'Promise, cancel, refund …');
    await shop.maya.presses(await shop.maya.sees('What shall happen to Order 1042?'), 'Send again');
    return await shop.maya.seesForm('Send an order again');
  };
  const first = await again();
  expect(first).toContain('*Delivered already*: Mon 2 Mar');
  expect(first).not.toContain('Sent again before');
  expect(await shop.maya.sends('Send an order again', { reason: 'arrived damaged' })).toEqual({});
  await shop.maya.says('/issue 1');
  await shop.maya.presses(await shop.maya.sees('Send all of order 1042 again'), 'Done');
  expect(await shop.maya.sends('How did it end?', { code: 'fixed' })).toEqual({});
  expect(await again()).toContain('*Sent again before*: task #1');
  const where = { workspaceId: shop.workspace.id };
  const order = await shop.db.prisma.order.findFirstOrThrow({ where });
  await shop.db.prisma.order.create({
    data: {
      ...order,
      id: '01961b1c-0000-7000-8000-0000000000f1',
      number: '1043',
      numberKey: '1043',
      replacementOf: order.id,
    },
  });
  expect(await again()).toContain('*Sent again before*: order 1043, task #1');
});

test('a second cancellation is refused while the first one is open', async () => {
  await using shop = await withOrder();
  await shop.maya.presses(await card(shop, 'maya'), 'Promise, cancel, refund …');
  const before = await shop.maya.sees('What shall happen to Order 1042?');
  await shop.maya.presses(before, 'Cancel the order');
  expect(await shop.maya.sends('Cancel an order', { reason: 'customer asked' })).toEqual({});
  await shop.maya.sees('cancel order 1042 (customer asked)');
  // The card offers it no longer; a list that was posted before does.
  expect((await card(shop, 'maya', 'To be cancelled (task #1)')).offers).not.toContain('Cancel the order');
  await shop.maya.presses(before, 'Cancel the order');
  expect(await shop.maya.sends('Cancel an order', { reason: 'ordered twice' })).toEqual({
    reason: 'That is asked for already: task #1 is open.',
  });
});

test('a packed order is cancelled with a yes of a lead; before packing nobody is asked', async () => {
  await using shop = await withOrder('paid_at,packed_at', '2026-03-02T07:00:00Z,2026-03-02T07:30:00Z');
  await shop.maya.presses(await card(shop, 'maya'), 'Promise, cancel, refund …');
  await shop.maya.presses(await shop.maya.sees('What shall happen to Order 1042?'), 'Cancel the order');
  expect(await shop.maya.sends('Cancel an order', { reason: 'customer asked' })).toEqual({});
  await shop.maya.sees('You asked to cancel order 1042 (customer asked). Approval 1 waits for a yes');
  const pending = await card(shop, 'maya', 'To be cancelled (approval 1 waits for a yes): packed');
  expect(pending.text).toContain('Pending: Maya asks to cancel order 1042');
});

test('a cancellation is the first that its card says, until the shop tells of it', async () => {
  await using shop = await withOrder();
  await shop.maya.presses(await card(shop, 'maya'), 'Promise, cancel, refund …');
  await shop.maya.presses(await shop.maya.sees('What shall happen to Order 1042?'), 'Cancel the order');
  expect(await shop.maya.sends('Cancel an order', { reason: 'customer asked' })).toEqual({});
  await card(shop, 'maya', 'To be cancelled (task #1): paid');
  await shop.maya.says('/issue 1');
  await shop.maya.presses(await shop.maya.sees('Cancel order 1042 (customer asked)'), 'Done');
  expect(await shop.maya.sends('How did it end?', { code: 'fixed' })).toEqual({});
  await card(shop, 'maya', 'Cancelled by task #1, the shop has not told of it yet: it was paid');
});

test('who may not act is offered nothing', async () => {
  await using shop = await withOrder();
  const { offers } = await card(shop, 'vic');
  expect(offers).not.toContain('Hold');
});

test('a bare order names what waits for its reader: a yes, and issues of their own', async () => {
  await using shop = await withOrder('paid_at,packed_at', '2026-03-02T07:00:00Z,2026-03-02T07:30:00Z');
  await shop.maya.says('/order');
  expect((await shop.maya.sees('1 to ship')).text).not.toContain('For you');
  await shop.maya.presses(await card(shop, 'maya'), 'Promise, cancel, refund …');
  await shop.maya.presses(await shop.maya.sees('What shall happen to Order 1042?'), 'Cancel the order');
  expect(await shop.maya.sends('Cancel an order', { reason: 'customer asked' })).toEqual({});
  await shop.maya.sees('Approval 1 waits for a yes');
  await shop.lena.says('/order');
  const mine = await shop.lena.sees('For you: 1 approval waits for your yes');
  expect(mine.text).toContain('1 · Maya asks to cancel order 1042 (customer asked)');
  // Home counts all approvals beside it: those of orders say that they are.
  await shop.lena.opensHome();
  await shop.lena.seesHome('For you: 1 approval about orders waits for your yes');
  await shop.lena.presses(mine, 'Show');
  const asked = await shop.lena.sees('waits for a lead');
  await shop.lena.presses(asked, 'Approve');
  // The task that follows is nobody's until somebody takes it.
  await shop.app.catchUp();
  await shop.lena.says('/issue 1');
  await shop.lena.presses(await shop.lena.sees('Cancel order 1042 (customer asked)'), 'I’m on it');
  await shop.lena.says('/order');
  const own = await shop.lena.sees('For you: 1 issue of yours');
  expect(own.text).toContain('#1 · Cancel order 1042 (customer asked)');
});
