import { expect, test } from 'vitest';
import type { Json } from '../../state/types.ts';
import { type Api, openApi } from '../../test/api.ts';
import { heardEvents } from '../../test/events.ts';
import { ADA, BOT, DAILY, GENERAL, GINA, LENA, MAYA, PARTNER, testManifest } from '../../test/manifest.ts';

const scopes = [
  ...testManifest.oauth_config.scopes.bot,
  'channels:manage',
  'channels:join',
  'groups:write',
  'mpim:write',
];
const events = [
  'channel_created',
  'channel_rename',
  'channel_archive',
  'channel_unarchive',
  'channel_deleted',
  'channel_left',
  'member_joined_channel',
];
const manifest = {
  ...testManifest,
  oauth_config: { scopes: { bot: scopes } },
  settings: { ...testManifest.settings, event_subscriptions: { bot_events: events } },
};
const open = () => openApi({ manifest });

async function create(api: Api, name: string, more: Json = {}): Promise<string> {
  const { channel } = await api.call('conversations.create', { name, ...more });
  return String((channel as Json).id);
}

test('a bot creates a channel, invites people, sets its topic, renames and archives it', async () => {
  await using api = await open();
  const channel = await create(api, 'incident-7');
  expect(await api.call('conversations.invite', { channel, users: `${MAYA},${LENA}` })).toMatchObject({
    ok: true,
  });
  const named = await api.call('conversations.setTopic', { channel, topic: 'Late parcels' });
  expect(named.channel).toMatchObject({ topic: { value: 'Late parcels' }, creator: BOT });
  await api.call('conversations.setPurpose', { channel, purpose: 'One place' });
  expect((await api.call('conversations.rename', { channel, name: 'incident-7-done' })).ok).toBe(true);
  const seen = (await api.sandbox.control.overview(MAYA)).channels.find((c) => c.id === channel);
  expect(seen).toMatchObject({ name: 'incident-7-done', members: [BOT, MAYA, LENA] });
  expect((await api.call('conversations.archive', { channel })).ok).toBe(true);
  expect((await api.call('conversations.unarchive', { channel })).ok).toBe(true);
  expect((await heardEvents(api.sandbox.control)).map((e) => e.type)).toEqual([
    'channel_created',
    'member_joined_channel',
    'member_joined_channel',
    'channel_rename',
    'channel_archive',
    'channel_unarchive',
  ]);
});

// [name, error]
test.each([
  ['ops-daily', 'name_taken'],
  ['Ops', 'invalid_name_specials'],
  ['ops daily', 'invalid_name_specials'],
  ['--', 'invalid_name_punctuation'],
  ['x'.repeat(81), 'invalid_name_maxlength'],
])('a channel cannot be called %s', async (name, error) => {
  await using api = await open();
  expect(await api.call('conversations.create', { name })).toMatchObject({ ok: false, error });
});

// [person, error]
test.each([
  [BOT, 'cant_invite_self'],
  [MAYA, 'already_in_channel'],
  ['UNOBODY', 'user_not_found'],
  [ADA, 'cant_invite'],
  [GINA, 'ura_max_channels'],
])('%s cannot be invited: %s', async (users, error) => {
  await using api = await open();
  await api.sandbox.control.changeMember(ADA, { deleted: true });
  await api.sandbox.control.changeMember(GINA, { is_ultra_restricted: true });
  await api.sandbox.control.changeChannel(DAILY, { leave: [LENA, ADA] });
  const answer = await api.call('conversations.invite', { channel: DAILY, users });
  expect(answer).toMatchObject({ ok: false, error, errors: [{ user: users, error }] });
  const both = await api.call('conversations.invite', {
    channel: DAILY,
    users: `${users},${LENA}`,
    force: true,
  });
  expect(both).toMatchObject({ ok: true, errors: [{ user: users, error }] });
});

// [name, method, arguments, error]
test.each<[string, string, Json, string]>([
  [
    'rename a channel of somebody else',
    'conversations.rename',
    { channel: DAILY, name: 'x' },
    'not_authorized',
  ],
  ['archive where it is not a member', 'conversations.archive', { channel: PARTNER }, 'not_in_channel'],
  ['unarchive an open channel', 'conversations.unarchive', { channel: DAILY }, 'not_archived'],
  ['set a topic over 250', 'conversations.setTopic', { channel: DAILY, topic: 'x'.repeat(251) }, 'too_long'],
  ['invite nobody', 'conversations.invite', { channel: DAILY, users: ' , ' }, 'no_user'],
  [
    'invite more than a thousand at once',
    'conversations.invite',
    { channel: DAILY, users: Array.from({ length: 1_001 }, () => GINA).join() },
    'limit_exceeded',
  ],
  [
    'invite into a direct message',
    'conversations.invite',
    { channel: `D${MAYA.slice(1)}`, users: LENA },
    'method_not_supported_for_channel_type',
  ],
  ['list an unknown kind', 'conversations.list', { types: 'secret_channel' }, 'invalid_types'],
  ['ask for nobody', 'users.conversations', { user: 'UNOBODY' }, 'user_not_found'],
])('a bot cannot %s', async (_what, method, args, error) => {
  await using api = await open();
  await api.call('conversations.open', { users: MAYA });
  expect(await api.call(method, args)).toMatchObject({ ok: false, error });
});

test('an archived channel cannot be changed, and #general can be neither archived nor left', async () => {
  await using api = await open();
  await api.sandbox.control.changeChannel(DAILY, { is_archived: true });
  await api.sandbox.control.changeChannel(GENERAL, { join: [BOT] });
  const fails = async (method: string, args: Json) => (await api.call(method, args)).error;
  expect(await fails('conversations.archive', { channel: DAILY })).toBe('already_archived');
  expect(await fails('conversations.invite', { channel: DAILY, users: GINA })).toBe('is_archived');
  expect(await fails('conversations.setTopic', { channel: DAILY, topic: 'x' })).toBe('is_archived');
  expect(await fails('conversations.archive', { channel: GENERAL })).toBe('cant_archive_general');
  expect(await fails('conversations.leave', { channel: GENERAL })).toBe('cant_leave_general');
});

test('a bot joins a public channel, and leaves unless it is its last member', async () => {
  await using api = await open();
  expect(await api.call('conversations.join', { channel: PARTNER })).toMatchObject({ ok: true });
  expect(await api.call('conversations.join', { channel: PARTNER })).toMatchObject({
    warning: 'already_in_channel',
  });
  expect(await api.call('conversations.leave', { channel: PARTNER })).toEqual({ ok: true });
  expect(await api.call('conversations.leave', { channel: PARTNER })).toMatchObject({ not_in_channel: true });
  const alone = await create(api, 'alone');
  expect(await api.call('conversations.leave', { channel: alone })).toMatchObject({ error: 'last_member' });
});

test('a workspace may let only admins create channels', async () => {
  const team = { id: 'T1', name: 'One', domain: 'one' };
  await using api = await openApi({
    manifest,
    workspace: { team, members: [], channels: [], create_channels: 'admins' },
  });
  expect(await api.call('conversations.create', { name: 'x' })).toMatchObject({ error: 'restricted_action' });
});

test("a list shows public channels and the bot's private ones, each kind by its own scope", async () => {
  await using api = await open();
  await create(api, 'hidden', { is_private: true });
  await api.sandbox.control.createChannel(MAYA, 'secret', { is_private: true });
  await api.sandbox.control.changeChannel(DAILY, { is_archived: true });
  const names = async (method: string, args: Json) =>
    ((await api.call(method, args)).channels as { name: string }[]).map((c) => c.name);
  expect(await names('conversations.list', { exclude_archived: true })).not.toContain('ops-daily');
  expect(await names('conversations.list', { types: 'private_channel' })).toEqual(['hidden']);
  expect(await names('users.conversations', {})).toEqual(['ops-daily', 'ops-alerts', 'ops-approvals']);
  expect(await names('users.conversations', { user: GINA })).toEqual(['general', 'partner-3pl']);
  expect(await api.call('conversations.list', { types: 'mpim' })).toMatchObject({ needed: 'mpim:read' });
});

test('the same people share one group message, which needs its own scope', async () => {
  await using api = await open();
  const first = await api.call('conversations.open', { users: `${MAYA},${LENA}` });
  const again = await api.call('conversations.open', { users: `${LENA},${MAYA}` });
  expect(again).toMatchObject({ already_open: true, channel: first.channel });
  const crowd = Array.from({ length: 9 }, () => MAYA).join();
  expect(await api.call('conversations.open', { users: crowd })).toMatchObject({ error: 'too_many_users' });
  await using poor = await openApi();
  expect(await poor.call('conversations.open', { users: `${MAYA},${LENA}` })).toMatchObject({
    error: 'missing_scope',
    needed: 'mpim:write',
  });
});

test('an app hears of new, renamed and deleted public channels, and not of private ones without it', async () => {
  await using api = await open();
  const slack = api.sandbox.control;
  const channel = await slack.createChannel(MAYA, 'sale');
  await slack.changeChannel(channel, { name: 'summer-sale' });
  await slack.deleteChannel(channel);
  const secret = await slack.createChannel(MAYA, 'secret', { is_private: true });
  await slack.changeChannel(secret, { name: 'secrets' });
  expect(await heardEvents(api.sandbox.control)).toMatchObject([
    { type: 'channel_created', channel: { id: channel, name: 'sale', creator: MAYA } },
    { type: 'channel_rename', channel: { id: channel, name: 'summer-sale' } },
    { type: 'channel_deleted', channel },
  ]);
  expect(await api.call('conversations.info', { channel })).toMatchObject({ error: 'channel_not_found' });
});
