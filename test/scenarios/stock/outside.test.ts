import { expect, test } from 'vitest';
import { newContext } from '../../harness/database.ts';
import { importing } from '../../harness/import.ts';
import { openShop, type Shop } from '../../harness/shop.ts';

/** A shop whose Rotterdam is a 3PL that states its own numbers: 22 mugs. */
async function shopWith3pl(mugs = 22) {
  const shop = await openShop({ stock: { 'MUG-01': 10 }, unitCost: 100n });
  const rot = await shop.given.location({ code: 'ROT', name: 'Rotterdam', kind: '3pl', record: 'outside' });
  const { id } = await shop.db.prisma.sku.findFirstOrThrow({ where: { workspaceId: shop.workspace.id } });
  await shop.given.stock(id, rot, mugs);
  return shop;
}

async function availableIn(shop: Shop, code: string): Promise<number | undefined> {
  const where = { workspaceId: shop.workspace.id, bucket: 'available', location: { code } };
  return (await shop.db.prisma.level.findFirst({ where }))?.quantity;
}

/** The 3PL's file states its number of now. */
async function states(shop: Shop, available: number): Promise<void> {
  await shop.app.idle();
  const at = shop.clock.now().toISOString();
  const ctx = await newContext({ workspace: shop.workspace, at });
  const { faults } = await importing(
    ctx,
    'levels FILE',
    `sku,location,available,as_of\nMUG-01,ROT,${available},${at}`,
  );
  expect(faults).toEqual([]);
  await shop.app.catchUp();
  await shop.app.idle();
}

/** Maya asks by the form, which says beforehand what becomes of it. */
async function asks(shop: Shop, line: string, change: string): Promise<void> {
  await shop.maya.says(`/stock adjust MUG-01 ${line}`);
  expect(await shop.maya.seesForm('Adjust stock')).toContain(
    `Rotterdam: its numbers come from the 3PL, so nothing is booked here. It becomes a task to enter ${change} there.`,
  );
  expect(await shop.maya.sends('Adjust stock', {})).toEqual({});
  await shop.app.idle();
}

test('a change at a 3PL is booked nowhere: it becomes a task, and is shown until the numbers from there agree', async () => {
  await using shop = await shopWith3pl();
  await asks(shop, '-3 damaged ROT fell off <!channel>', '−3');
  await shop.maya.sees(
    'Nothing is booked here for Rotterdam: task #1 is to enter −3 × MUG-01 in the 3PL. 22 available, 19 once it is entered.',
  );
  expect(await availableIn(shop, 'ROT')).toBe(22);
  const task = await shop.vic.sees('Enter −3 × MUG-01 in the 3PL, Rotterdam (damaged)');
  expect(task.text).toContain('Warehouse');
  expect(task.text).toContain('Enter −3 available and +3 damaged. It had 22 available');
  await shop.vic.says('/stock MUG-01');
  const card = await shop.vic.sees('32 available');
  expect(card.text).toContain(
    'To be entered in the 3PL for Rotterdam: −3 (damaged, Maya 09:00 CET, task #1). 22 available, 19 once it is entered',
  );
  // Its next file has not got it yet; the one after has.
  await shop.passes(3_600_000);
  await states(shop, 22);
  await shop.vic.says('/stock MUG-01');
  await shop.vic.sees('19 once it is entered');
  await shop.passes(3_600_000);
  await states(shop, 19);
  await shop.vic.sees('The numbers from there moved by −3, as asked: 19 available at 11:00 CET.');
  await shop.vic.says('/stock MUG-01');
  expect((await shop.vic.sees('29 available')).text).not.toContain('To be entered');
  expect(await availableIn(shop, 'ROT')).toBe(19);
  // Nothing is counted twice: the only movements are those that the statements tell.
  expect(
    await shop.db.prisma.ledgerEntry.count({
      where: { workspaceId: shop.workspace.id, cause: 'adjustment' },
    }),
  ).toBe(0);
});

test('above the limits it needs a yes first, and the card tells the approver what the yes leads to', async () => {
  await using shop = await shopWith3pl(100);
  await asks(shop, '-30 lost ROT', '−30');
  const card = await shop.lena.sees('Maya asks to write off 30 × MUG-01 in Rotterdam');
  expect(card.text).toContain('100, 70 once it is entered in the 3PL');
  expect(card.text).toContain('a task to enter −30 in the 3PL');
  expect(await shop.db.prisma.issue.count({ where: { workspaceId: shop.workspace.id } })).toBe(0);
  await shop.lena.presses(card, 'Approve');
  await shop.app.catchUp();
  await shop.app.idle();
  await shop.maya.sees('Enter −30 × MUG-01 in the 3PL, Rotterdam (lost)', 'dm');
  await shop.lena.sees('task #1 is to enter −30 × MUG-01 in the 3PL');
  expect(await availableIn(shop, 'ROT')).toBe(100);
});

test('what was entered and is not shown yet is said so, until the numbers have moved', async () => {
  await using shop = await shopWith3pl();
  await asks(shop, '-3 lost ROT', '−3');
  const task = await shop.maya.sees('Enter −3 × MUG-01');
  await shop.maya.presses(task, 'I’m on it');
  await shop.app.idle();
  await shop.maya.presses(await shop.maya.sees('· Maya is on it until'), 'Done');
  expect(await shop.maya.sends('How did it end?', { code: 'fixed' })).toEqual({});
  await shop.passes(60_000);
  await states(shop, 22);
  await shop.vic.says('/stock MUG-01');
  await shop.vic.sees('entered by Maya 09:00 CET, the 3PL does not show it yet');
  // The 3PL has sold two as well.
  await shop.passes(60_000);
  await states(shop, 17);
  await shop.vic.says('/stock MUG-01');
  expect((await shop.vic.sees('27 available')).text).not.toContain('To be entered');
});

test('a change is withdrawn once, with its task, from the answer or from the card', async () => {
  await using shop = await shopWith3pl();
  await asks(shop, '-3 lost ROT', '−3');
  const answer = await shop.maya.sees('task #1 is to enter −3');
  expect(answer.offers).toEqual(['Show the task', 'Withdraw']);
  await shop.lena.says('/stock MUG-01');
  const card = await shop.lena.sees('To be entered in the 3PL');
  await shop.lena.choosesFor(card, '', 'Withdraw −3 in Rotterdam, task 1');
  await shop.lena.sees('Withdrawn: nobody is to enter −3 × MUG-01 any more, task #1 is done with.');
  await shop.vic.sees('(will not be fixed)');
  await shop.maya.presses(answer, 'Withdraw');
  await shop.maya.sees('It was withdrawn already: nobody is to enter it.');
  await shop.vic.says('/stock MUG-01');
  expect((await shop.vic.sees('32 available')).text).not.toContain('To be entered');
});

test('a task that ends in another way than done withdraws its change; reopened, it is to be entered again', async () => {
  await using shop = await shopWith3pl();
  await asks(shop, '-3 lost ROT', '−3');
  await shop.lena.presses(await shop.lena.sees('Enter −3 × MUG-01'), 'I’m on it');
  await shop.app.idle();
  await shop.lena.presses(await shop.lena.sees('· Lena is on it until'), 'Done');
  expect(await shop.lena.sends('How did it end?', { code: 'false alarm' })).toEqual({});
  await shop.app.idle();
  await shop.vic.says('/stock MUG-01');
  expect((await shop.vic.sees('32 available')).text).not.toContain('To be entered');
  await shop.lena.presses(await shop.lena.sees('Done Mon 2 Mar 09:00 CET (false alarm)'), 'Reopen');
  expect(await shop.lena.sends('Reopen', { why: 'It is broken after all.' })).toEqual({});
  await shop.app.idle();
  await shop.vic.says('/stock MUG-01');
  await shop.vic.sees('To be entered in the 3PL for Rotterdam: −3');
});

test('what waits to be entered counts when more is asked for', async () => {
  await using shop = await shopWith3pl(5);
  await asks(shop, '-3 lost ROT', '−3');
  await shop.maya.says('/stock adjust MUG-01 -4 lost ROT');
  expect(await shop.maya.sends('Adjust stock', {})).toEqual({
    change: 'Only 5 available in Rotterdam, and −3 is still to be entered there: you cannot take away 4.',
  });
});

test('the effect goes by who keeps the numbers by then, and says what has changed', async () => {
  await using shop = await shopWith3pl(100);
  const keeps = async (record: string) =>
    await shop.db.prisma.location.updateMany({
      where: { workspaceId: shop.workspace.id, code: 'ROT' },
      data: { record },
    });
  await asks(shop, '-30 lost ROT', '−30');
  await keeps('ours');
  await shop.lena.presses(await shop.lena.sees('Maya asks to write off 30'), 'Approve');
  await shop.app.catchUp();
  await shop.app.idle();
  await shop.lena.sees(
    'Since it was asked, the numbers of Rotterdam are kept here. MUG-01 in Rotterdam: 70 available, was 100.',
  );
  expect(await availableIn(shop, 'ROT')).toBe(70);
  await shop.maya.says('/stock adjust MUG-01 -40 lost ROT');
  await shop.app.idle();
  await keeps('outside');
  await shop.lena.presses(await shop.lena.sees('Maya asks to write off 40'), 'Approve');
  await shop.app.catchUp();
  await shop.app.idle();
  await shop.lena.sees(
    'Since it was asked, an outside system keeps the numbers of Rotterdam. Nothing is booked here',
  );
  expect(await availableIn(shop, 'ROT')).toBe(70);
});

test('a location is found by its code or its name, and opens', async () => {
  await using shop = await shopWith3pl();
  await shop.vic.says('/ops rot');
  await shop.vic.sees('Rotterdam (ROT): ');
});

test('a location keeps its owner while changes wait to be entered outside', async () => {
  await using shop = await shopWith3pl();
  await asks(shop, '-3 damaged ROT fell off', '−3');
  const ours = async () => {
    await shop.omar.says('/ops location ROT');
    await shop.omar.presses(await shop.omar.sees('Rotterdam (ROT)'), 'Edit');
    return await shop.omar.sends('Edit the location', { record: 'ours' });
  };
  expect((await ours()).record).toContain('1 change of its stock waits to be entered outside (task #1).');
  await shop.passes(60_000);
  await states(shop, 19);
  expect(await ours()).toEqual({});
});
