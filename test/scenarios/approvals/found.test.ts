import { expect, test } from 'vitest';
import { openShop } from '../../harness/shop.ts';
import { needing } from './policy.ts';
import { asks, setPolicy, settles } from './shop.ts';

test('a list begins with the requests that wait for its reader, and menus narrow it', async () => {
  await using shop = await openShop();
  await asks(shop, shop.omar, 'order labels');
  await setPolicy(shop, needing('by a lead', [[1, 'lead']], { requesterAtLeast: 'operator' }));
  await asks(shop, shop.maya, 'order tape');
  await asks(shop, shop.lena, 'order cartons');

  await shop.lena.says('/approval');
  await shop.app.idle();
  const list = await shop.lena.sees('3 approvals wait for a yes, 1 for you');
  expect(list.ephemeral).toBe(true);
  const order = ['order tape', 'order cartons', 'order labels'].map((what) => list.text.indexOf(what));
  expect(order).toEqual([...order].sort((one, other) => one - other));
  await shop.lena.chooses(list, 'Whose', 'Waiting for me');
  await shop.app.idle();
  const mine = await shop.lena.sees('1 approval waits for you');
  expect(mine.text).not.toContain('order cartons');
  await shop.lena.presses(mine, 'Show approval 2');
  await shop.app.idle();
  const shown = await shop.lena.sees('Maya asked for it');
  await shop.lena.presses(shown, 'Approve');
  await settles(shop);
  // Her own card was redrawn in its place.
  expect((await shop.lena.sees('Lena said yes')).offers).toEqual([]);
  await shop.lena.says('/approval mine');
  await shop.app.idle();
  expect((await shop.lena.sees('1 approval that you asked for')).text).toContain('order cartons');
});

test('a request is found by its number and by words, also through "find anything"', async () => {
  await using shop = await openShop();
  await asks(shop, shop.maya, 'order 200 <!channel> cartons');
  for (const [line, sentence] of [
    ['/approval cartons', '1 approval matches "cartons"'],
    ['/approval nonsense', 'No approval matches "nonsense"'],
    ['/approval 7', 'There is no approval 7.'],
    ['/approval 1', 'Maya asked for it'],
  ] as const) {
    await shop.vic.says(line);
    await shop.app.idle();
    expect((await shop.vic.sees(sentence)).ephemeral).toBe(true);
  }
  await shop.vic.says('/ops cartons');
  await shop.app.idle();
  await shop.vic.sees('order 200 <!channel> cartons');
});

test('the same request made twice waits once', async () => {
  await using shop = await openShop();
  await asks(shop, shop.maya, 'order tape');
  await shop.passes(5 * 60_000);
  await asks(shop, shop.maya, 'order tape');
  await shop.maya.sees('You asked for that at 09:00: approval 1 waits for a yes.');
  expect(await shop.db.prisma.approval.count({ where: { workspaceId: shop.workspace.id } })).toBe(1);
});

test('a request for the same as a waiting undo is a request of its own', async () => {
  await using shop = await openShop({ stock: { 'MUG-01': 400 }, unitCost: 500n });
  await shop.maya.says('/stock adjust MUG-01 -30 lost');
  await shop.app.idle();
  await shop.lena.presses(await shop.vic.sees('Maya asks to write off 30 × MUG-01'), 'Approve');
  await settles(shop);
  await shop.maya.presses(await shop.vic.sees('Approved by Lena'), 'Undo');
  await settles(shop);
  await shop.maya.says('/stock adjust MUG-01 +30 correction');
  await settles(shop);
  const { prisma } = shop.db;
  expect(await prisma.approval.count({ where: { workspaceId: shop.workspace.id, state: 'waiting' } })).toBe(
    2,
  );
});

test('the 24-hour total counts requests in database order, not by the asking machine’s clock', async () => {
  await using shop = await openShop({ stock: { 'MUG-01': 400 }, unitCost: 500n });
  await shop.maya.says('/stock adjust MUG-01 -4 lost');
  await settles(shop);
  const { prisma } = shop.db;
  const where = { workspaceId: shop.workspace.id };
  const ahead = new Date(shop.clock.now().getTime() + 5);
  await prisma.approval.updateMany({ where: { ...where, state: 'done' }, data: { requestedAt: ahead } });
  await shop.maya.says('/stock adjust MUG-01 -5 lost');
  await settles(shop);
  await shop.vic.sees('Maya asks to write off 5 × MUG-01');
  expect(await prisma.approval.count({ where: { ...where, state: 'done' } })).toBe(1);
  expect(await prisma.approval.count({ where: { ...where, state: 'waiting' } })).toBe(1);
});

test.each([
  [{ what: 'x'.repeat(151) }, 'what'],
  [{ what: ' ' }, 'what'],
  [{ amount: '-5' }, 'amount'],
  [{ amount: '0' }, 'amount'],
  [{ amount: '9'.repeat(30) }, 'amount'],
  [{ amount: 'a lot' }, 'amount'],
])('bad input is refused at its field: %j', async (wrong, field) => {
  await using shop = await openShop();
  await shop.maya.says('/approval new');
  await shop.app.idle();
  const errors = await shop.maya
    .sends('Ask for an approval', { what: 'order tape', why: 'It is out.', ...wrong })
    // Slack itself refuses text that is too long.
    .catch((error: Error) => ({ [field]: error.message }));
  expect(Object.keys(errors)).toEqual([field]);
});

test('a viewer is offered no approval to ask for and no channels to choose', async () => {
  await using shop = await openShop();
  await asks(shop, shop.maya, 'order cartons');
  await shop.vic.says('/approval');
  expect((await shop.vic.sees('1 approval waits for a yes')).offers).not.toContain('Ask for an approval');
  await shop.vic.says('/ops setup');
  expect((await shop.vic.sees('Channels')).offers).not.toContain('Choose channels');
  await shop.vic.says('/ops chanels');
  expect((await shop.vic.seesAll()).join()).not.toContain('Did you mean');
});

test('the CSV holds the whole list, not only the page', async () => {
  await using shop = await openShop();
  for (let i = 1; i <= 9; i += 1) await asks(shop, shop.maya, `order pallet ${i}`);
  await shop.app.idle();
  await shop.lena.says('/approval');
  const list = await shop.lena.sees('and 1 more');
  await shop.lena.presses(list, 'As CSV');
  await shop.app.idle();
  await shop.app.catchUp();
  await shop.lena.sees('9 approvals as CSV', 'dm');
});
