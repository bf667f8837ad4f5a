import { expect, test } from 'vitest';
import { openShop, type Shop } from '../../harness/shop.ts';
import { looksAt } from './acts.ts';

/** An issue that Maya is on. */
async function mayas(shop: Shop, severity = 'critical'): Promise<void> {
  await shop.vic.says(`/issue new ${severity} shipping DHL pickup missed`);
  await shop.maya.presses(await shop.maya.sees('· nobody is on it'), 'I’m on it');
  await shop.app.idle();
}

async function handsOver(shop: Shop, person: string): Promise<void> {
  await shop.maya.presses(await shop.maya.sees('· Maya is on it until'), 'Hand over');
  expect(await shop.maya.sends('Who should take it?', { person })).toEqual({});
  await shop.app.idle();
}

const directly = async (shop: Shop, text: string) =>
  (await shop.maya.seesAll('dm')).filter((one) => one.includes(text));

test('an owner hands over and stays until the other accepts; a no is told to the owner', async () => {
  await using shop = await openShop();
  await mayas(shop);
  await handsOver(shop, 'U0OMAR0001');
  const card = await shop.vic.sees('· Maya is on it until');
  expect(card.text).toContain('Omar is asked to take it');
  const asked = await shop.omar.sees('Critical · Maya asks you to take it', 'dm');
  await shop.omar.presses(asked, 'Decline');
  await shop.app.idle();
  await shop.maya.sees('Omar declined to take it', 'dm');
  expect((await shop.vic.sees('· Maya is on it until')).text).not.toContain('is asked');
  const copy = await shop.omar.sees('· Maya is on it until', 'dm');
  expect(copy.ts).toBe(asked.ts);
  expect(copy.offers).not.toContain('Accept');

  // An edit of the copy notifies nobody: who is asked again gets a line.
  await handsOver(shop, 'U0OMAR0001');
  await shop.omar.sees('Maya asks Omar to take it', 'dm');
  await shop.omar.presses(await shop.omar.sees('Maya asks you to take it', 'dm'), 'Accept');
  await shop.app.idle();
  await shop.vic.sees('· Omar is on it until');
  await shop.maya.sees('Omar is on it until', 'dm');
});

test('who is not asked cannot decline, and who was asked before learns that it is over', async () => {
  await using shop = await openShop();
  await mayas(shop, 'normal');
  await handsOver(shop, 'U0OMAR0001');
  const asked = await looksAt(shop.omar);
  const again = await looksAt(shop.omar);
  expect(again.ts).not.toBe(asked.ts);
  await shop.omar.presses(again, 'Decline');
  await shop.app.idle();
  await shop.omar.presses(asked, 'Decline');
  await shop.omar.sees('Nobody asks you to take issue 1.');
  await shop.omar.presses(asked, 'Accept');
  await shop.omar.sees('Maya has been on it since 03:00: they were first.');
});

test('an owner releases an issue: nobody is on it, and leads hear of what is urgent', async () => {
  await using shop = await openShop();
  await mayas(shop);
  await shop.maya.presses(await shop.maya.sees('· Maya is on it until'), 'Release');
  await shop.app.idle();
  await shop.vic.sees('Critical · nobody is on it');
  const line = await shop.lena.sees('Maya released it: it needs a new owner');
  expect(line.text).toContain('<@U0LENA0001>');
  await shop.passes(3_600_000);
  await shop.app.catchUp();
  await shop.app.idle();
  expect((await shop.vic.seesAll()).join()).not.toContain('has passed');
});

test('another operator can neither hand over, release, snooze nor end what somebody is on; a lead can', async () => {
  await using shop = await openShop();
  const { prisma } = shop.db;
  const where = { workspaceId: shop.workspace.id, name: 'Omar' };
  await prisma.person.updateMany({ where, data: { roles: ['operator'] } });
  await mayas(shop);
  const card = await shop.omar.sees('· Maya is on it until');
  await shop.omar.presses(card, 'Hand over');
  await shop.omar.sees('Maya is on issue 1: only they or a lead can pass it on.');
  await shop.omar.presses(card, 'Release');
  await shop.omar.presses(card, 'Done');
  const no = await shop.omar.sees('Issue 1 is Critical and Maya is on it');
  expect(no.text).toContain('only they or a lead can say that it is done.');
  expect(await shop.sandbox.control.views(shop.omar.id)).toEqual([]);
  await shop.omar.presses(card, 'Change');
  expect(await shop.omar.sends('Snooze for', { snooze: '1h' })).toEqual({
    promise: expect.stringContaining('only they or a lead can snooze it.'),
  });
  await shop.lena.presses(card, 'Done');
  expect(await shop.lena.sends('How did it end?', { code: 'fixed' })).toEqual({});
  await shop.vic.sees('Done Mon 2 Mar 09:00 CET (fixed)');
});

test('a person who was asked and leaves is asked no more, and the owner stays', async () => {
  await using shop = await openShop();
  await mayas(shop, 'normal');
  await handsOver(shop, 'U0OMAR0001');
  await shop.sandbox.control.changeMember('U0OMAR0001', { deleted: true });
  const line = await shop.maya.sees('Omar (has left) was asked to take it');
  expect(line.text).toContain('<@U0MAYA0001>');
  await shop.app.idle();
  expect((await shop.vic.sees('· Maya is on it until')).text).not.toContain('is asked');
});

test('a critical issue mentions the leads when it is raised, a normal one nobody', async () => {
  await using shop = await openShop();
  await shop.vic.says('/issue new normal shipping Label printer jams');
  await shop.app.idle();
  expect((await shop.lena.seesAll()).join()).not.toContain('<@');
  await shop.vic.says('/issue new critical shipping DHL pickup missed');
  const card = await shop.lena.sees('Critical · nobody is on it');
  const line = await shop.lena.sees('Critical: who takes it?');
  expect(line.text).toContain('<@U0LENA0001>');
  expect(line.message.thread_ts).toBe(card.ts);
});

test('raising the severity of what nobody is on mentions the leads once', async () => {
  await using shop = await openShop();
  await shop.maya.says('/issue new low shipping Label printer jams');
  await shop.app.idle();
  await shop.omar.presses(await shop.omar.sees('· nobody is on it'), 'Change');
  await shop.omar.sends('Snooze for', { severity: 'high' });
  const line = await shop.lena.sees('Omar changed the severity from Low to High');
  expect(line.text).toContain('<@U0LENA0001>');
  await shop.maya.sees('Omar changed the severity from Low to High', 'dm');
});

test('reporter and owner read each change of others once, and none of their own', async () => {
  await using shop = await openShop();
  await shop.maya.says('/issue new high shipping DHL pickup missed');
  await shop.lena.presses(await shop.lena.sees('· nobody is on it'), 'I’m on it');
  await shop.app.idle();
  expect(await directly(shop, 'Lena is on it until')).toHaveLength(1);
  await shop.omar.presses(await shop.omar.sees('· Lena is on it until'), 'Change');
  await shop.omar.sends('Snooze for', { snooze: '1h' });
  await shop.app.idle();
  expect(await directly(shop, 'Omar snoozed it until')).toHaveLength(1);
  expect((await shop.lena.seesAll('dm')).join()).toContain('Omar snoozed it until');
  await shop.lena.presses(await shop.lena.sees('High · waiting until'), 'Done');
  await shop.lena.sends('How did it end?', { code: 'fixed' });
  await shop.app.idle();
  expect(await directly(shop, 'Lena marked it done (fixed)')).toHaveLength(1);
  await shop.omar.presses(await shop.omar.sees('Done Mon 2 Mar'), 'Reopen');
  await shop.omar.sends('Why reopen it?', { why: 'Not yet.' });
  await shop.app.idle();
  expect(await directly(shop, 'Omar reopened it: Not yet.')).toHaveLength(1);
  const lenas = (await shop.lena.seesAll('dm')).join();
  expect(lenas).toContain('Omar reopened it');
  expect(lenas).not.toContain('Lena');
});
