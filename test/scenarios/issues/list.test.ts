import { expect, test } from 'vitest';
import { openShop, type Shop } from '../../harness/shop.ts';

/** Raises these in order and waits until their cards are posted. */
async function raised(shop: Shop, ...lines: readonly string[]): Promise<void> {
  for (const line of lines) await shop.vic.says(`/issue new ${line}`);
  await shop.app.idle();
}

test('/issue lists the open issues of my department, worst first, with filters and pages', async () => {
  await using shop = await openShop();
  await shop.db.prisma.person.updateMany({
    where: { workspaceId: shop.workspace.id, name: 'Maya' },
    data: { departments: ['shipping'] },
  });
  const many = Array.from({ length: 9 }, (_, i) => `normal shipping Parcel ${i + 1} lost`);
  await raised(shop, ...many, 'critical shipping Label printer dead', 'low warehouse Lamp broken');

  await shop.maya.says('/issue');
  const list = await shop.maya.sees('10 open issues for shipping');
  expect(list.ephemeral).toBe(true);
  expect(list.offers.slice(0, 3)).toEqual(['Show issue 10', 'Show issue 9', 'Show issue 8']);
  expect(list.text).not.toContain('Lamp broken');
  await shop.maya.presses(list, 'Next');
  const rest = await shop.maya.sees('Parcel 1 lost\nNew · Shipping');
  expect(rest.offers.slice(0, 2)).toEqual(['Show issue 2', 'Show issue 1']);
  expect(rest.offers).not.toContain('Next');

  await shop.maya.chooses(rest, 'Department', 'All departments');
  const all = await shop.maya.sees('11 open issues');
  await shop.maya.chooses(all, 'Severity', 'Low');
  const low = await shop.maya.sees('1 open low issue');
  expect(low.text).toContain('Lamp broken');
  await shop.maya.chooses(low, 'State', 'Done');
  const none = await shop.maya.sees('No done low issues');
  await shop.maya.chooses(none, 'State', 'Open');
  await shop.maya.presses(await shop.maya.sees('1 open low issue'), 'Show issue 11');
  await shop.maya.sees('Vic raised it');
});

test('/issue mine lists the issues I own or was asked to take, or says there are none', async () => {
  await using shop = await openShop();
  await shop.maya.says('/issue mine');
  const nothing = await shop.maya.sees('No open issues of yours');
  expect(nothing.offers).toContain('Raise an issue');
  await raised(shop, 'high shipping 3PL feed dead', 'low warehouse Lamp broken');
  await shop.maya.presses(await shop.maya.sees('#2 · from '), 'I’m on it');
  await shop.app.idle();
  await shop.maya.says('/issue mine');
  const mine = await shop.maya.sees('1 open issue of yours');
  expect(mine.text).toContain('On it: Maya · Warehouse · until 3 Mar 09:00 CET');
});

test('an issue is found by its number, by misspelt words and by /ops', async () => {
  await using shop = await openShop();
  await raised(shop, 'high shipping Label printer jams', 'low warehouse 100% full');
  await shop.maya.says('/issue #1');
  await shop.maya.sees('#1 · from a command');
  await shop.maya.says('/issue find lable printer');
  await shop.maya.sees('1 issue matches "lable printer"');
  await shop.maya.says('/issue 100%');
  expect((await shop.maya.sees('matches "100%"')).text).toContain('Low · #2 · 100% full');
  await shop.maya.says('/issue find unicorn');
  await shop.maya.sees('No issue matches "unicorn"');
  await shop.maya.says('/issue 99');
  await shop.maya.sees('There is no issue 99.');
  await shop.maya.says('/ops 2');
  await shop.maya.sees('#2 · from a command');
});

test('an empty list of my department names what is open elsewhere, and shows it', async () => {
  await using shop = await openShop();
  await shop.db.prisma.person.updateMany({
    where: { workspaceId: shop.workspace.id, name: 'Maya' },
    data: { departments: ['purchasing'] },
  });
  await shop.maya.says('/issue');
  await shop.maya.sees('No open issues for purchasing');
  await raised(shop, 'normal shipping Parcel lost');
  await shop.maya.says('/issue');
  await shop.maya.sees('None open for purchasing; 1 open for other departments');
  const high = Array.from({ length: 4 }, (_, i) => `high warehouse Lamp ${i} broken`);
  await raised(shop, 'critical shipping DHL pickup missed', ...high);
  await shop.maya.says('/issue');
  const none = await shop.maya.sees(
    'None open for purchasing; 6 open for other departments (1 Critical and 4 High)',
  );
  await shop.maya.presses(none, 'Show them');
  expect((await shop.maya.sees('6 open issues, 1 Critical')).text).toContain('DHL pickup missed');
  await raised(shop, 'low purchasing Price is off');
  await shop.maya.says('/issue');
  const one = await shop.maya.sees('1 open issue for purchasing');
  expect(one.text).toContain('6 open for other departments (1 Critical and 4 High).');
  await shop.maya.presses(one, 'All departments');
  await shop.maya.sees('7 open issues');
});
