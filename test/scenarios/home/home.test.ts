import { expect, test } from 'vitest';
import { defineFeature } from '../../../src/core/declare/feature.ts';
import { homeRanks } from '../../../src/core/declare/home.ts';
import { definePermission } from '../../../src/core/tokens/permission.ts';
import { section } from '../../../src/ui/blocks.ts';
import { mrkdwn } from '../../../src/ui/text.ts';
import { openShop } from '../../harness/shop.ts';
import { looksAt } from '../issues/acts.ts';

test("Home shows its reader's own matters, most urgent first, and a button answers by direct message", async () => {
  await using shop = await openShop({ stock: { 'MUG-01': 10 } });
  await shop.maya.opensHome();
  const empty = await shop.maya.seesHome('How fresh the numbers are');
  expect(empty.text).not.toContain('My issues');
  expect(empty.text).toContain('1 feed, on time');

  await shop.vic.says('/issue new high shipping 3PL feed <!channel> dead');
  const card = await shop.maya.sees('· nobody is on it');
  await shop.maya.presses(card, 'I’m on it');
  await shop.maya.says('/stock watch MUG-01');
  await shop.app.idle();
  await shop.maya.opensHome();
  const home = await shop.maya.seesHome('My issues');
  expect(home.text).toContain('3PL feed <!channel> dead');
  expect(home.text.indexOf('My issues')).toBeLessThan(home.text.indexOf('Watched stock'));
  expect(home.text.indexOf('Watched stock')).toBeLessThan(home.text.indexOf('How fresh the numbers are'));
  await shop.maya.pressesAtHome(home, 'Show issue 1');
  expect((await shop.maya.sees('Vic raised it', 'dm')).text).toContain('High · Maya is on it');
});

test('Home shows every open Critical, whoever is on it, and what nobody in my department is on', async () => {
  await using shop = await openShop();
  await shop.db.prisma.person.updateMany({
    where: { workspaceId: shop.workspace.id, name: 'Maya' },
    data: { departments: ['shipping'] },
  });
  for (const line of [
    'critical warehouse Roof leaks',
    'low shipping Label printer jams',
    'low warehouse Lamp broken',
    'normal shipping Scale is off',
  ])
    await shop.vic.says(`/issue new ${line}`);
  await shop.lena.presses(await shop.lena.sees('Critical · nobody is on it'), 'I’m on it');
  await shop.lena.presses(await shop.lena.sees('Scale is off'), 'I’m on it');
  await shop.app.idle();
  await shop.maya.opensHome();
  const home = await shop.maya.seesHome('Critical, and what nobody is on');
  expect(home.text).toContain('Critical · #1 · Roof leaks\nOn it: Lena');
  expect(home.text).toContain('Low · #2 · Label printer jams');
  expect(home.text).not.toContain('Lamp broken');
  expect(home.text).not.toContain('Scale is off');
});

test('Home shows to whoever manages all, or leads without a department, every High that nobody is on', async () => {
  await using shop = await openShop({ stock: { 'MUG-01': 10 } });
  await shop.vic.says('/issue new high shipping Label printer jams');
  await shop.vic.says('/issue new low warehouse Lamp broken');
  await shop.app.idle();
  for (const person of [shop.ada, shop.lena]) {
    await person.opensHome();
    const home = await person.seesHome('Critical, and what nobody is on');
    expect(home.text).toContain('High · #1 · Label printer jams');
    expect(home.text).not.toContain('Lamp broken');
  }
  await shop.maya.opensHome();
  expect((await shop.maya.seesHome('How fresh')).text).not.toContain('Label printer jams');
});

test('a late issue says so first, in Home and in lists', async () => {
  await using shop = await openShop();
  await shop.vic.says('/issue new high shipping DHL pickup missed');
  await shop.maya.presses(await shop.maya.sees('High · nobody is on it'), 'I’m on it');
  const until = /until (\S+ \w+)/.exec((await looksAt(shop.maya)).text)?.[1];
  await shop.passes(48 * 3_600_000);
  await shop.app.catchUp();
  await shop.vic.says('/issue new critical shipping Roof leaks');
  await shop.maya.presses(await shop.maya.sees('Critical · nobody is on it'), 'I’m on it');
  await shop.app.idle();
  const late = `DHL pickup missed\nuntil 2 Mar ${until}, late · On it: Maya`;
  await shop.maya.opensHome();
  const home = await shop.maya.seesHome(late);
  // What is late stands in a part of its own, before everything else.
  const parts = ['Late, and yours', 'DHL pickup', 'My issues', 'Roof leaks'].map((one) =>
    home.text.indexOf(one),
  );
  expect(parts).toEqual(parts.toSorted((a, b) => a - b));
  expect(Math.min(...parts)).toBeGreaterThanOrEqual(0);
  await shop.maya.says('/issue mine');
  await shop.maya.sees(late);
});

test('a feature places its part of Home between two others by a rank of its own', async () => {
  const look = definePermission({ key: 'payouts.see', to: 'see payouts', atLeast: 'viewer' });
  const payouts = defineFeature({
    name: 'payouts',
    title: 'Payouts',
    permissions: [look],
    operations: [],
    home: [
      {
        rank: homeRanks.mine + 50,
        title: 'Due payouts',
        permission: look,
        draw: async () => [section(mrkdwn`Payout of February`)],
      },
    ],
  });
  await using shop = await openShop({ stock: { 'MUG-01': 10 }, features: [payouts] });
  await shop.vic.says('/issue new high shipping 3PL feed dead');
  await shop.maya.presses(await shop.maya.sees('· nobody is on it'), 'I’m on it');
  await shop.maya.says('/stock watch MUG-01');
  await shop.app.idle();
  await shop.maya.opensHome();
  const { text } = await shop.maya.seesHome('Due payouts');
  const titles = ['My issues', 'Due payouts', 'Watched stock', 'How fresh the numbers are'];
  expect(titles.toSorted((a, b) => text.indexOf(a) - text.indexOf(b))).toEqual(titles);
});

test('an open Home follows changes for an hour, then stops', async () => {
  await using shop = await openShop();
  await shop.maya.opensHome();
  await shop.maya.seesHome('Nothing waits for you');
  await shop.vic.says('/issue new high shipping 3PL feed dead');
  await shop.maya.presses(await shop.maya.sees('· nobody is on it'), 'I’m on it');
  await shop.passes(60_000);
  await shop.app.catchUp();
  await shop.maya.seesHome('3PL feed dead');
  const published = () =>
    shop.sandbox.control
      .traffic()
      .then((all) => all.filter((one) => JSON.stringify(one).includes('views.publish')).length);
  const before = await published();
  await shop.passes(60_000);
  await shop.app.catchUp();
  expect(await published()).toBe(before);
  await shop.passes(3_600_000);
  await shop.vic.says('/issue new high shipping Label printer jams');
  await shop.maya.presses(await shop.maya.sees('Label printer jams'), 'I’m on it');
  await shop.app.idle();
  await shop.app.catchUp();
  expect(await published()).toBe(before);
});

test('a person without a role, or a guest, sees that and whom to ask; an admin sees the open set-up steps', async () => {
  await using shop = await openShop();
  await shop.gina.opensHome();
  expect((await shop.gina.seesHome('no role')).text).toContain('Ask Ada to run `/ops grant`.');
  await shop.ada.opensHome();
  const home = await shop.ada.seesHome('Still to set up');
  expect(home.text).toContain('Products: none yet');
});

test('rejecting at Home asks for a reason, and the request leaves Home', async () => {
  await using shop = await openShop({ stock: { 'MUG-01': 40 }, unitCost: 500n });
  await shop.maya.says('/stock adjust MUG-01 -30 lost');
  await shop.app.idle();
  await shop.lena.opensHome();
  await shop.lena.pressesAtHome(await shop.lena.seesHome('Waiting for your yes'), 'Reject');
  expect(await shop.lena.sends('Reject', { reason: 'Count again first.' })).toEqual({});
  await shop.app.idle();
  expect((await shop.lena.seesHome('How fresh')).text).not.toContain('Waiting for your yes');
  await shop.maya.sees('Rejected by Lena: write off 30 × MUG-01', 'dm');
});
