import { expect, test } from 'vitest';
import { closeIssue } from '../../../src/features/issues/lifecycle/close.ts';
import { newContext } from '../../harness/database.ts';
import { openShop } from '../../harness/shop.ts';

test('a critical issue gets a room with its card and people, which is archived a week after closing', async () => {
  await using shop = await openShop({ optionalScopes: true });
  await shop.maya.says('/issue new critical shipping printer dead <!channel>');
  const card = await shop.maya.sees('printer dead');
  await shop.maya.presses(await shop.lena.sees('#1 · from '), 'Open a room');
  // The press is answered before the job runs.
  await shop.app.idle();
  await shop.app.catchUp();
  await shop.app.idle();
  const { control } = shop.sandbox;
  const rooms = (await control.overview(shop.maya.id)).channels.filter(({ name }) =>
    name.startsWith('issue-1'),
  );
  expect(rooms).toHaveLength(1);
  const room = rooms[0]?.id ?? '';
  await shop.maya.sees('#1 · from ', room);
  const [topic] = (await control.traffic()).filter(({ name }) => name === 'conversations.setTopic');
  expect(JSON.stringify(topic?.request)).not.toContain('<!');
  await shop.lena.sees('It has a room: ');
  expect(card.text).toContain('printer dead');

  const { prisma } = shop.db;
  const issue = await prisma.issue.findFirstOrThrow({ where: { workspaceId: shop.workspace.id } });
  const done = { state: 'done', resolvedAt: shop.clock.now(), snoozedUntil: null };
  await prisma.issue.updateMany({ where: { workspaceId: shop.workspace.id }, data: done });
  const at = shop.clock.now().toISOString();
  await closeIssue.call(await newContext({ workspace: shop.workspace, role: 'lead', at }), { id: issue.id });
  const isArchived = async () =>
    (await control.overview(shop.maya.id)).channels.find(({ id }) => id === room)?.is_archived ?? true;
  await shop.passes(6 * 86_400_000);
  await shop.app.catchUp();
  expect(await isArchived()).toBe(false);
  await shop.passes(2 * 86_400_000);
  await shop.app.catchUp();
  expect(await isArchived()).toBe(true);
});

test('without the right to open a room no card offers one, and health says what is missing', async () => {
  await using shop = await openShop();
  await shop.maya.says('/issue new critical shipping printer dead');
  const card = await shop.lena.sees('Critical · nobody is on it');
  expect(() => card.button('Open a room')).toThrow();
  await shop.ada.says('/ops health');
  await shop.ada.sees('Without channels:manage critical issues get no room');
  await shop.ada.says('/ops setup');
  await shop.ada.sees('a card is posted again each time Slack’s answer is lost');
});

test('a room without its topic and without somebody is a room', async () => {
  await using shop = await openShop({ optionalScopes: true });
  shop.expectComplaint(/user_is_restricted/);
  for (const method of ['conversations.setTopic', 'conversations.invite'])
    await shop.sandbox.control.fault({ method, kind: 'error', error: 'user_is_restricted', times: 1 });
  await shop.maya.says('/issue new critical shipping printer dead');
  await shop.maya.presses(await shop.lena.sees('Critical · nobody is on it'), 'Open a room');
  await shop.app.idle();
  await shop.app.catchUp();
  await shop.app.idle();
  await shop.lena.sees('It has a room: ');
});

test('when Slack refuses a room the thread says so', async () => {
  await using shop = await openShop({ optionalScopes: true });
  shop.expectComplaint(/restricted_action/);
  await shop.sandbox.control.fault({
    method: 'conversations.create',
    kind: 'error',
    error: 'restricted_action',
    times: 1,
  });
  await shop.maya.says('/issue new critical shipping printer dead');
  await shop.maya.presses(await shop.lena.sees('#1 · from '), 'Open a room');
  // The press is answered before the job runs.
  await shop.app.idle();
  await shop.app.catchUp();
  await shop.app.idle();
  await shop.lena.sees('Slack could not open a room (restricted_action)');
});

test('only a critical issue offers a room', async () => {
  await using shop = await openShop();
  await shop.maya.says('/issue new low shipping printer slow');
  const card = await shop.lena.sees('#1 · from ');
  expect(() => card.button('Open a room')).toThrow();
});
