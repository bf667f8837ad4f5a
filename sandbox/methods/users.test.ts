import { expect, test } from 'vitest';
import { openApi } from '../test/api.ts';
import { ADA, BOT, GINA, MAYA, manifestWith } from '../test/manifest.ts';

test('a user object shows identity and time zone', async () => {
  await using api = await openApi();
  const { user } = await api.call('users.info', { user: ADA });
  expect(user).toMatchObject({
    id: ADA,
    team_id: 'T0DEMO0001',
    name: 'ada',
    real_name: 'Ada Okafor',
    tz: 'Europe/Berlin',
    tz_offset: expect.any(Number),
    deleted: false,
    is_admin: true,
    is_owner: false,
    is_restricted: false,
    is_ultra_restricted: false,
    is_bot: false,
    profile: { display_name: 'Ada', real_name: 'Ada Okafor' },
  });
  expect((await api.call('users.info', { user: GINA })).user).toMatchObject({ is_restricted: true });
  expect(await api.call('users.info', { user: 'UNOBODY' })).toMatchObject({ error: 'user_not_found' });
});

test('the list of users includes the bot and comes page by page', async () => {
  await using api = await openApi();
  const { members } = await api.call('users.list');
  expect((members as { id: string }[]).map((m) => m.id)).toContain(BOT);
  const first = await api.call('users.list', { limit: 3 });
  const { next_cursor } = first.response_metadata as { next_cursor: string };
  expect(((await api.call('users.list', { cursor: next_cursor })).members as []).length).toBe(4);
});

test('a changed member causes user_change and shows in users.info', async () => {
  await using api = await openApi();
  await api.sandbox.control.changeMember(MAYA, { deleted: true });
  expect((await api.call('users.info', { user: MAYA })).user).toMatchObject({ deleted: true });
  const [event] = (await api.sandbox.control.traffic()).filter((t) => t.name === 'user_change');
  expect(event?.request).toMatchObject({ event: { user: { id: MAYA, deleted: true } } });
  await expect(api.sandbox.control.openDm(MAYA)).rejects.toThrow('is deactivated');
});

test('the bot can look itself up', async () => {
  await using api = await openApi();
  expect((await api.call('bots.info', { bot: 'B0QMBOT001' })).bot).toMatchObject({
    name: 'Tally',
    user_id: BOT,
  });
  expect(await api.call('bots.info', { bot: 'BOTHER' })).toMatchObject({ error: 'bot_not_found' });
});

test('presence, do-not-disturb and email each need their scope', async () => {
  await using api = await openApi({ manifest: manifestWith({ scopes: ['dnd:read', 'users:read.email'] }) });
  await api.sandbox.control.changeMember(MAYA, { presence: 'away', dnd: true, email: 'maya@shop.test' });
  expect(await api.call('users.getPresence', { user: MAYA })).toMatchObject({ presence: 'away' });
  expect(await api.call('dnd.info', { user: MAYA })).toMatchObject({ dnd_enabled: true });
  expect(await api.call('dnd.info', { user: 'UNOBODY' })).toMatchObject({ error: 'user_not_found' });
  const found = await api.call('users.lookupByEmail', { email: 'Maya@shop.test' });
  expect(found.user).toMatchObject({ id: MAYA, profile: { email: 'maya@shop.test' } });
  expect(await api.call('users.lookupByEmail', { email: 'nobody@shop.test' })).toMatchObject({
    error: 'users_not_found',
  });
  await using poor = await openApi();
  await poor.sandbox.control.changeMember(MAYA, { email: 'maya@shop.test' });
  const { user } = await poor.call('users.info', { user: MAYA });
  expect(JSON.stringify(user)).not.toContain('maya@shop.test');
  expect(await poor.call('dnd.info')).toMatchObject({ error: 'missing_scope' });
});
