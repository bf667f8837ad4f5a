import { expect, test } from 'vitest';
import type { Json } from '../../state/types.ts';
import { openApi } from '../../test/api.ts';
import { ADA, BOT, DAILY, GENERAL, MAYA, PARTNER, testManifest } from '../../test/manifest.ts';

test('a direct message is opened once', async () => {
  await using api = await openApi();
  const first = await api.call('conversations.open', { users: MAYA });
  const second = await api.call('conversations.open', { users: MAYA });
  expect(second).toMatchObject({ already_open: true, channel: first.channel });
  expect(await api.call('conversations.open', { users: 'UNOBODY' })).toMatchObject({
    error: 'user_not_found',
  });
  expect(await api.call('conversations.open', { users: BOT })).toMatchObject({ error: 'cannot_dm_bot' });
  await api.sandbox.control.changeMember(ADA, { deleted: true });
  expect(await api.call('conversations.open', { users: ADA })).toMatchObject({ error: 'user_disabled' });
  expect(await api.call('conversations.open')).toMatchObject({ error: 'users_list_not_supplied' });
});

test('a channel says whether it is shared and whether the bot is in it', async () => {
  await using api = await openApi();
  const { channel } = await api.call('conversations.info', { channel: PARTNER, include_num_members: true });
  expect(channel).toMatchObject({
    name: 'partner-3pl',
    is_ext_shared: true,
    is_member: false,
    num_members: 6,
  });
  expect(await api.call('conversations.info', { channel: 'CNOWHERE' })).toMatchObject({
    error: 'channel_not_found',
  });
});

test('each kind of conversation needs its own scope', async () => {
  const manifest = { ...testManifest, oauth_config: { scopes: { bot: ['im:write'] } } };
  await using api = await openApi({ manifest });
  expect(await api.call('conversations.info', { channel: DAILY })).toMatchObject({
    error: 'missing_scope',
    needed: 'channels:read',
  });
  const opened = await api.call('conversations.open', { users: MAYA });
  const channel = opened.channel as Json;
  expect(await api.call('conversations.history', { channel: channel.id })).toMatchObject({
    needed: 'im:history',
  });
});

test('members come page by page, and an invalid cursor is refused', async () => {
  await using api = await openApi();
  const first = await api.call('conversations.members', { channel: GENERAL, limit: 4 });
  const { next_cursor } = first.response_metadata as { next_cursor: string };
  const second = await api.call('conversations.members', { channel: GENERAL, limit: 4, cursor: next_cursor });
  expect([...(first.members as []), ...(second.members as [])]).toHaveLength(6);
  expect(second.response_metadata).toEqual({ next_cursor: '' });
  const made = await api.call('conversations.members', { channel: GENERAL, cursor: 'made-up' });
  expect(made).toMatchObject({ error: 'invalid_cursor' });
});

test("history is read in the bot's channels, newest first, without replies", async () => {
  await using api = await openApi();
  const one = await api.call('chat.postMessage', {
    channel: DAILY,
    text: 'one',
    metadata: { event_type: 't', event_payload: { id: 1 } },
  });
  await api.call('chat.postMessage', { channel: DAILY, text: 'two' });
  await api.call('chat.postMessage', { channel: DAILY, text: 'reply', thread_ts: one.ts });
  const history = await api.call('conversations.history', { channel: DAILY, include_all_metadata: true });
  expect(history.messages).toMatchObject([
    { text: 'two' },
    { text: 'one', reply_count: 1, metadata: { event_payload: { id: 1 } } },
  ]);
  const replies = await api.call('conversations.replies', { channel: DAILY, ts: one.ts });
  expect(replies.messages).toMatchObject([{ text: 'one' }, { text: 'reply' }]);
  expect(await api.call('conversations.replies', { channel: DAILY, ts: '1.0' })).toMatchObject({
    error: 'thread_not_found',
  });
  expect(await api.call('conversations.history', { channel: GENERAL })).toMatchObject({
    error: 'not_in_channel',
  });
});

test('history is bounded by oldest and latest', async () => {
  await using api = await openApi();
  const one = await api.call('chat.postMessage', { channel: DAILY, text: 'one' });
  await api.call('chat.postMessage', { channel: DAILY, text: 'two' });
  const later = await api.call('conversations.history', { channel: DAILY, oldest: one.ts });
  expect(later.messages).toMatchObject([{ text: 'two' }]);
  const both = await api.call('conversations.history', { channel: DAILY, oldest: one.ts, inclusive: true });
  expect(both.messages).toHaveLength(2);
});

test('an app finds its own message again by metadata, in channels, threads and direct messages', async () => {
  await using api = await openApi();
  const mark = (id: number) => ({ event_type: 'outbox', event_payload: { id } });
  const post = (id: number, more: Json) =>
    api.call('chat.postMessage', { text: 'x', metadata: mark(id), ...more });
  const { ts } = await post(1, { channel: DAILY });
  await post(2, { channel: DAILY, thread_ts: ts });
  const dm = await post(3, { channel: MAYA });
  const found = async (method: string, args: Json) =>
    ((await api.call(method, args)).messages as Json[]).map((m) => m.metadata);
  const asked = { include_all_metadata: true };
  expect(await found('conversations.history', { channel: DAILY, ...asked })).toEqual([mark(1)]);
  expect(await found('conversations.replies', { channel: DAILY, ts, ...asked })).toEqual([mark(1), mark(2)]);
  expect(await found('conversations.history', { channel: dm.channel, ...asked })).toEqual([mark(3)]);
  expect(await found('conversations.replies', { channel: DAILY, ts })).toEqual([undefined, undefined]);
});
