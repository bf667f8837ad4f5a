import { expect, test } from 'vitest';
import { openShop } from '../../harness/shop.ts';

const daily = 'C0OPSDAILY';
const alerts = 'C0OPSALERT';

async function choosing(shop: Awaited<ReturnType<typeof openShop>>) {
  await shop.ada.says('/ops channels');
  await shop.ada.presses(await shop.ada.sees('No channel is set yet'), 'Choose channels');
}
const chosen = async (shop: Awaited<ReturnType<typeof openShop>>) =>
  await shop.db.prisma.channelSetting.count({ where: { workspaceId: shop.workspace.id } });

test('a channel that is chosen reads what for, and by whom', async () => {
  await using shop = await openShop();
  await choosing(shop);
  await shop.ada.sends('Channels', { alerts, shipping: alerts } as never);
  await shop.maya.sees('chooses this channel for Alerts and Shipping. I can post here.', alerts);
  expect(await chosen(shop)).toBe(2);
});

test.each([
  ['archived', { is_archived: true }, 'It is archived. Unarchive it'],
  ['shared', { is_ext_shared: true }, 'It is shared with another workspace'],
])('a channel that is %s is refused in the form, beside its field', async (_, edit, said) => {
  await using shop = await openShop();
  await choosing(shop);
  await shop.sandbox.control.changeChannel(alerts, edit);
  await shop.ada.sends('Channels', { daily, alerts } as never);
  expect(await shop.ada.seesForm('Channels')).toContain(said);
  expect(await chosen(shop)).toBe(0);
  const posts = (await shop.sandbox.control.traffic()).filter(({ name }) => name === 'chat.postMessage');
  expect(posts).toEqual([]);
});

test('a channel where only some may post is refused after the trial', async () => {
  await using shop = await openShop();
  shop.expectComplaint(/restricted_action/);
  await choosing(shop);
  await shop.sandbox.control.fault({
    method: 'chat.postMessage',
    kind: 'error',
    error: 'restricted_action_read_only_channel',
    times: 1,
  });
  await shop.ada.sends('Channels', { alerts } as never);
  expect(await shop.ada.seesForm('Channels')).toContain('Only some people may post there.');
  expect(await chosen(shop)).toBe(0);
});

test('health names the purpose, the channel and what to do when it can no longer be posted in', async () => {
  await using shop = await openShop();
  await choosing(shop);
  await shop.ada.sends('Channels', { alerts } as never);
  await shop.maya.sees('I can post here', alerts);
  await shop.sandbox.control.changeChannel(alerts, { is_archived: true });
  await shop.ada.says('/ops health');
  const health = await shop.ada.sees('Channels · Trouble');
  expect(health.text).toContain(
    'Alerts, #ops-alerts: It is archived. Unarchive it, or choose another channel.',
  );
});

test('a watch in a channel that cannot be posted in is refused at once', async () => {
  await using shop = await openShop({ stock: { 'MUG-01': 10 } });
  await shop.sandbox.control.changeChannel(daily, { is_ext_shared: true });
  expect(JSON.stringify((await shop.maya.says('/stock watch MUG-01 here')).ack)).toContain(
    'shared with another workspace',
  );
  expect(await shop.db.prisma.subjectWatch.count({ where: { workspaceId: shop.workspace.id } })).toBe(0);
});

test('what a channel could not show goes to the one that is chosen instead; what stands in it stays', async () => {
  await using shop = await openShop({ stock: { 'MUG-01': 100 } });
  shop.expectComplaint(/is_archived|is_inactive/);
  await choosing(shop);
  await shop.ada.sends('Channels', { alerts, approvals: alerts } as never);
  await shop.maya.sees('I can post here', alerts);
  await shop.maya.says('/issue new high shipping stands before the archiving');
  await shop.maya.sees('stands before the archiving', alerts);
  await shop.app.idle();
  await shop.sandbox.control.changeChannel(alerts, { is_archived: true });
  await shop.passes(60_000);
  await shop.maya.says('/issue new high shipping comes after the archiving');
  await shop.maya.says('/stock adjust MUG-01 -30 lost HAM');
  await shop.app.idle();
  await shop.passes(5_000);
  await shop.app.idle();
  await shop.maya.sees('could not be posted in', 'dm');
  await shop.ada.says('/ops channels');
  await shop.ada.presses(await shop.ada.sees('Channels: '), 'Choose channels');
  const other = 'C0APPROVE1';
  await shop.ada.sends('Channels', { alerts: other, approvals: other } as never);
  await shop.passes(5_000);
  await shop.maya.sees('comes after the archiving', other);
  await shop.maya.sees('Maya asks to', other);
  expect((await shop.maya.seesAll(other)).join()).not.toContain('stands before');
  const places = await shop.db.prisma.issue.findMany({
    where: { workspaceId: shop.workspace.id },
    orderBy: { number: 'asc' },
  });
  expect(places.map(({ place }) => place)).toEqual([alerts, other]);
});
