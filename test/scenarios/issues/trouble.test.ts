import { expect, test } from 'vitest';
import { openShop } from '../../harness/shop.ts';
import { changes } from './acts.ts';

test('without access to the channel the reporter is told; once invited, the bot posts the present state', async () => {
  await using shop = await openShop();
  shop.expectComplaint(/not_in_channel|channel_not_found/);
  const { control } = shop.sandbox;
  await control.changeChannel('C0OPSALERT', { leave: ['U0QMBOT001'] });
  await shop.vic.says('/issue new high shipping 3PL feed dead', 'ops-alerts');
  // The line that asks the leads lacks its card: the reason is the card's.
  const note = await shop.vic.sees('2 messages could not be posted', 'dm');
  expect(note.text).toContain('/invite @Quartermaster');
  await shop.maya.says('/issue 1');
  await shop.maya.presses(await shop.maya.sees('· nobody is on it'), 'I’m on it');
  await shop.maya.sees('· Maya is on it until');
  await shop.app.idle();
  await control.changeChannel('C0OPSALERT', { join: ['U0QMBOT001'] });
  await shop.vic.sees('· Maya is on it until', 'ops-alerts');
  await shop.vic.sees('Maya is on it until', 'ops-alerts');
});

test('an issue in an archived channel stays usable by its number, and its reporter is told once', async () => {
  await using shop = await openShop();
  shop.expectComplaint(/is_archived/);
  await shop.vic.says('/issue new high shipping 3PL feed dead', 'ops-alerts');
  await shop.vic.sees('· nobody is on it', 'ops-alerts');
  await shop.sandbox.control.changeChannel('C0OPSALERT', { is_archived: true });
  await shop.maya.says('/issue 1');
  await shop.maya.presses(await shop.maya.sees('· nobody is on it'), 'I’m on it');
  await shop.maya.sees('· Maya is on it until');
  await shop.app.idle();
  await shop.vic.sees('could not be', 'dm');
  await shop.maya.says('/issue mine');
  await shop.maya.sees('1 open issue of yours');
});

test('an issue loses an owner who leaves at once, and the leads are mentioned', async () => {
  await using shop = await openShop();
  await shop.vic.says('/issue new high shipping 3PL feed dead');
  await shop.maya.presses(await shop.maya.sees('· nobody is on it'), 'I’m on it');
  await shop.app.idle();
  await shop.sandbox.control.changeMember('U0MAYA0001', { deleted: true });
  const told = await shop.lena.sees('Maya (has left) was on it: it needs a new owner');
  expect(told.text).toContain('<@U0LENA0001>');
  expect(told.message.reply_broadcast).toBe(true);
  await shop.app.idle();
  await shop.vic.sees('· nobody is on it');
  await shop.passes(3_600_000);
  await shop.app.catchUp();
  await shop.app.idle();
  expect(await shop.vic.seesAll()).not.toContainEqual(expect.stringContaining('has passed'));
});

test('a leaver’s assigned and snoozed issues each go back to the leads; done issues stay theirs', async () => {
  await using shop = await openShop();
  for (const title of ['Asked for', 'Set aside', 'Over'])
    await shop.vic.says(`/issue new low shipping ${title}`);
  await shop.app.idle();
  await shop.lena.presses(await shop.lena.sees('#1 · from '), 'Assign');
  await shop.lena.sends('Who should take it?', { person: 'U0MAYA0001' });
  await shop.maya.presses(await shop.maya.sees('#2 · from '), 'I’m on it');
  await shop.app.idle();
  await changes(shop.maya, await shop.maya.sees('· Maya is on it until'), { snooze: 'tomorrow' });
  await shop.maya.presses(await shop.maya.sees('#3 · from '), 'Done');
  await shop.maya.sends('How did it end?', { code: 'fixed' });
  await shop.app.idle();
  await shop.sandbox.control.changeMember('U0MAYA0001', { deleted: true });
  await shop.lena.sees('Maya (has left) was asked to take it: it needs somebody else. Issue 1');
  expect((await shop.lena.sees('Maya (has left) was on it: it needs a new owner')).text).toContain('Issue 2');
  await shop.app.idle();
  await shop.lena.says('/issue 2');
  await shop.lena.sees('· nobody is on it');
  expect(
    (await shop.vic.seesAll()).filter((line) => line.includes('Over') && line.includes('nobody')),
  ).toEqual([]);
});

test('a person who becomes a guest loses their issues', async () => {
  await using shop = await openShop();
  await shop.vic.says('/issue new high shipping 3PL feed dead');
  await shop.maya.presses(await shop.maya.sees('· nobody is on it'), 'I’m on it');
  await shop.app.idle();
  await shop.sandbox.control.changeMember('U0MAYA0001', { is_restricted: true });
  await shop.sandbox.control.waitFor(
    async () =>
      (await shop.db.prisma.issue.findFirst({ where: { workspaceId: shop.workspace.id } }))?.state === 'new',
  );
  await shop.lena.says('/issue 1');
  await shop.lena.sees('Maya was on it: it needs a new owner');
});

test('raising the severity after the owner’s reminder tells the leads at the time of the new severity', async () => {
  await using shop = await openShop();
  await shop.vic.says('/issue new low shipping Label printer jams');
  await shop.maya.presses(await shop.maya.sees('· nobody is on it'), 'I’m on it');
  await shop.comes('2026-03-03T08:00:00Z');
  await shop.app.catchUp();
  await shop.maya.sees('The promise of Tue 3 Mar 09:00 CET has passed');
  await shop.passes(5 * 60_000);
  await shop.app.catchUp();
  await changes(shop.omar, await shop.omar.sees('· Maya is on it until'), { severity: 'high' });
  await shop.app.idle();
  await shop.comes('2026-03-03T08:14:00Z');
  await shop.app.catchUp();
  await shop.app.idle();
  expect(await shop.vic.seesAll()).not.toContainEqual(expect.stringContaining('has said nothing since'));
  await shop.comes('2026-03-03T08:15:00Z');
  await shop.app.catchUp();
  expect((await shop.lena.sees('has said nothing since')).text).toContain('<@U0LENA0001>');
});

test('assigning an issue to somebody deactivated in Slack is refused and changes nothing', async () => {
  await using shop = await openShop();
  await shop.vic.says('/issue new high shipping 3PL feed dead');
  const card = await shop.lena.sees('· nobody is on it');
  await shop.sandbox.control.changeMember('U0MAYA0001', { deleted: true });
  await shop.app.idle();
  await shop.lena.presses(card, 'Assign');
  expect(await shop.lena.sends('Who should take it?', { person: 'U0MAYA0001' })).toEqual({
    person: 'Maya is deactivated in Slack.',
  });
  await shop.vic.sees('· nobody is on it');
});

test('when Slack opens no form the reply shows the command that does the same', async () => {
  await using shop = await openShop();
  shop.expectComplaint(/views.open|expired_trigger_id/);
  await shop.sandbox.control.fault({
    method: 'views.open',
    kind: 'error',
    error: 'expired_trigger_id',
    times: 1,
  });
  await shop.maya.says('/issue new 3PL feed dead');
  await shop.maya.sees('Slack did not open the form');
});

test('issues can be raised by a mention in a thread, and without the slash in direct messages', async () => {
  await using shop = await openShop();
  const { ts = '' } = await shop.vic.says('The door is stuck again');
  await shop.maya.says('<@U0QMBOT001> issue new high shipping Door stuck', 'ops-daily', { thread_ts: ts });
  await shop.vic.sees('· nobody is on it');
  await shop.maya.says('issue new high shipping Gate stuck', 'dm');
  await shop.maya.sees('Raised: High · #2 · Gate stuck', 'dm');
  await shop.maya.sees('· nobody is on it', 'dm');
});

test('issues of a department with its own channel are posted there, wherever they were raised', async () => {
  await using shop = await openShop();
  await shop.ada.says('/ops setup');
  await shop.ada.presses(await shop.ada.sees('none for alerts yet'), 'Choose channels');
  await shop.ada.sends('Channels', { shipping: 'C0OPSALERT' });
  await shop.vic.says('/issue new high shipping 3PL feed dead');
  expect((await shop.vic.sees('Raised: High · #1')).text).toContain('<#C0OPSALERT>');
  await shop.vic.sees('· nobody is on it', 'ops-alerts');
  await shop.vic.says('/issue new high warehouse Lamp broken');
  expect((await shop.vic.sees('#2 · from ')).text).toContain('Lamp broken');
});
