import { expect, test } from 'vitest';
import { type Api, openApi } from '../test/api.ts';
import { ADA, DAILY, GENERAL, GINA, MAYA, manifestWith, testManifest } from '../test/manifest.ts';

test('a bot can post, edit and delete its own message', async () => {
  await using api = await openApi();
  const posted = await api.call('chat.postMessage', { channel: DAILY, text: 'A card' });
  expect(posted).toMatchObject({
    ok: true,
    channel: DAILY,
    message: { text: 'A card', bot_id: 'B0QMBOT001' },
  });
  const place = { channel: DAILY, ts: posted.ts };
  expect(await api.call('chat.update', { ...place, text: 'A better card' })).toMatchObject({
    ok: true,
    text: 'A better card',
  });
  expect(await api.sandbox.control.messages(MAYA, DAILY)).toMatchObject([
    { text: 'A better card', edited: true },
  ]);
  expect(await api.call('chat.delete', place)).toMatchObject({ ok: true });
  expect(await api.call('chat.delete', place)).toMatchObject({ error: 'message_not_found' });
});

test('a message to a member goes to their direct message', async () => {
  await using api = await openApi();
  const { channel } = await api.call('chat.postMessage', { channel: MAYA, text: 'Hello' });
  expect(channel).toBe(await api.sandbox.control.openDm(MAYA));
});

test('channels where a bot may not post have their own error codes', async () => {
  await using api = await openApi({
    workspace: {
      team: { id: 'T1', name: 'One', domain: 'one' },
      members: [{ id: MAYA, name: 'Maya', real_name: 'Maya' }],
      channels: [
        { id: 'COPEN', name: 'open', members: [MAYA] },
        { id: 'CSECRET', name: 'secret', is_private: true, members: [MAYA] },
        { id: 'COLD', name: 'old', is_archived: true, members: [MAYA], bot: true },
      ],
    },
  });
  const post = async (channel: string) => (await api.call('chat.postMessage', { channel, text: 'x' })).error;
  expect(await post('CNOWHERE')).toBe('channel_not_found');
  expect(await post('CSECRET')).toBe('channel_not_found');
  expect(await post('COPEN')).toBe('not_in_channel');
  expect(await post('COLD')).toBe('is_archived');
});

test('an ephemeral message to a person outside the channel is refused', async () => {
  await using api = await openApi();
  const answer = await api.call('chat.postEphemeral', { channel: DAILY, user: GINA, text: 'psst' });
  expect(answer).toMatchObject({ ok: false, error: 'user_not_in_channel' });
});

test('an ephemeral message is seen by one member and does not exist for the Web API', async () => {
  await using api = await openApi();
  const { message_ts } = await api.call('chat.postEphemeral', { channel: DAILY, user: MAYA, text: 'psst' });
  expect(await api.sandbox.control.messages(MAYA, DAILY)).toMatchObject([{ text: 'psst', ephemeral: true }]);
  expect(await api.sandbox.control.messages(ADA, DAILY)).toEqual([]);
  const place = { channel: DAILY, ts: message_ts };
  expect(await api.call('chat.update', { ...place, text: 'x' })).toMatchObject({
    error: 'message_not_found',
  });
  expect(await api.call('conversations.history', { channel: DAILY })).toMatchObject({ messages: [] });
});

test('an ephemeral message in a thread without replies is accepted and seen by nobody', async () => {
  await using api = await openApi();
  const slack = api.sandbox.control;
  const { ts } = await slack.say(MAYA, DAILY, 'a top-level message');
  const whisper = { channel: DAILY, user: MAYA, text: 'psst', thread_ts: ts };
  expect(await api.call('chat.postEphemeral', whisper)).toMatchObject({ ok: true });
  expect(await slack.messages(MAYA, DAILY)).toMatchObject([{ replies: [] }]);
  expect(await slack.problems()).toMatchObject([{ kind: 'ephemeral_unseen' }]);
  await slack.say(ADA, DAILY, 'a reply', { thread_ts: ts });
  await api.call('chat.postEphemeral', whisper);
  expect((await slack.messages(MAYA, DAILY))[0]?.replies.map((r) => r.text)).toEqual(['a reply', 'psst']);
});

test('a message without text and blocks, or too long for an edit, is refused', async () => {
  await using api = await openApi();
  expect(await api.call('chat.postMessage', { channel: DAILY })).toMatchObject({ error: 'no_text' });
  const { ts } = await api.call('chat.postMessage', { channel: DAILY, text: 'short' });
  const update = async (text: string) => (await api.call('chat.update', { channel: DAILY, ts, text })).error;
  expect(await update('x'.repeat(4_000))).toBeUndefined();
  expect(await update('é'.repeat(2_001))).toBe('msg_too_long');
  expect(await update('&'.repeat(801))).toBe('msg_too_long');
});

test('a post over 40,000 characters is cut, not refused', async () => {
  await using api = await openApi();
  const long = { channel: DAILY, text: 'x'.repeat(40_001) };
  const warned = {
    ok: true,
    warning: 'message_truncated',
    response_metadata: { warnings: ['message_truncated'], messages: [expect.stringContaining('40,000')] },
  };
  expect(await api.call('chat.postMessage', long)).toMatchObject(warned);
  expect(await api.call('chat.postEphemeral', { ...long, user: MAYA })).toMatchObject(warned);
  for (const { text } of await api.sandbox.control.messages(MAYA, DAILY)) expect(text).toHaveLength(40_000);
  expect((await api.sandbox.control.problems()).map((p) => p.kind)).toEqual([
    'message_truncated',
    'message_truncated',
  ]);
  expect(await api.call('chat.postMessage', { ...long, text: 'x'.repeat(40_000) })).not.toHaveProperty(
    'warning',
  );
});

test('invalid blocks come back with a pointer to each mistake', async () => {
  await using api = await openApi();
  const blocks = [{ type: 'section', text: { type: 'mrkdwn', text: '' } }];
  expect(await api.call('chat.postMessage', { channel: DAILY, text: 'x', blocks })).toMatchObject({
    error: 'invalid_blocks',
    response_metadata: {
      messages: ['[ERROR] must be more than 0 characters [json-pointer:/blocks/0/text/text]'],
    },
  });
  const answer = await api.call('chat.postMessage', { channel: DAILY, text: 'x', blocks: 'not json' });
  expect(answer).toMatchObject({ error: 'invalid_blocks_format' });
  const long = Array.from({ length: 5 }, () => ({
    type: 'section',
    text: { type: 'mrkdwn', text: 'x'.repeat(2_900) },
  }));
  expect(await api.call('chat.postMessage', { channel: DAILY, text: 'x', blocks: long })).toMatchObject({
    error: 'msg_blocks_too_long',
  });
});

test('in an archived channel a post and an edit have different refusals', async () => {
  await using api = await openApi();
  const { ts } = await api.call('chat.postMessage', { channel: DAILY, text: 'x' });
  await api.sandbox.control.changeChannel(DAILY, { is_archived: true });
  expect(await api.call('chat.postMessage', { channel: DAILY, text: 'y' })).toMatchObject({
    error: 'is_archived',
  });
  expect(await api.call('chat.update', { channel: DAILY, ts, text: 'y' })).toMatchObject({
    error: 'is_inactive',
  });
});

test('a bot can edit only its own messages', async () => {
  await using api = await openApi();
  const { ts } = await api.sandbox.control.say(MAYA, DAILY, 'mine');
  expect(await api.call('chat.update', { channel: DAILY, ts, text: 'x' })).toMatchObject({
    error: 'cant_update_message',
  });
  expect(await api.call('chat.delete', { channel: DAILY, ts })).toMatchObject({
    error: 'cant_delete_message',
  });
});

test('a reply needs an existing thread, and metadata its two fields', async () => {
  await using api = await openApi();
  const post = async (more: object) =>
    (await api.call('chat.postMessage', { channel: DAILY, text: 'x', ...more })).error;
  expect(await post({ thread_ts: '1.000001' })).toBe('thread_not_found');
  expect(await post({ metadata: { event_type: 'x' } })).toBe('invalid_metadata_format');
  expect(await post({ metadata: { event_type: 'x', event_payload: {} } })).toBeUndefined();
});

test('a permalink points to a message that everybody can see', async () => {
  await using api = await openApi();
  const { ts } = await api.call('chat.postMessage', { channel: DAILY, text: 'x' });
  const link = await api.call('chat.getPermalink', { channel: DAILY, message_ts: ts });
  expect(link.permalink).toContain(`/archives/${DAILY}/p${String(ts).replace('.', '')}`);
  expect(await api.call('chat.getPermalink', { channel: GENERAL, message_ts: ts })).toMatchObject({
    error: 'message_not_found',
  });
});

test('markdown excludes other content, within 12,000 characters', async () => {
  await using api = await openApi();
  const post = async (more: object) =>
    (await api.call('chat.postMessage', { channel: DAILY, ...more })).error ?? 'ok';
  expect(await post({ markdown_text: '**late**' })).toBe('ok');
  expect(await post({ markdown_text: '**late**', text: 'late' })).toBe('markdown_text_conflict');
  expect(await post({ markdown_text: '**late**', blocks: [{ type: 'divider' }] })).toBe(
    'markdown_text_conflict',
  );
  expect(await post({ markdown_text: 'x'.repeat(12_001) })).toBe('msg_too_long');
});

test('an app without a Messages tab cannot write to people', async () => {
  const app_home = { home_tab_enabled: true, messages_tab_enabled: false };
  const manifest = { ...testManifest, features: { ...testManifest.features, app_home } };
  await using api = await openApi({ manifest });
  expect(await api.call('chat.postMessage', { channel: MAYA, text: 'x' })).toMatchObject({
    error: 'messages_tab_disabled',
  });
});

test('a video needs its own scope and an unfurl domain', async () => {
  const video = {
    type: 'video',
    video_url: 'https://shop.test/v',
    thumbnail_url: 'https://shop.test/t.png',
    alt_text: 'x',
    title: { type: 'plain_text', text: 'x' },
  };
  const post = async (api: Api) =>
    (await api.call('chat.postMessage', { channel: DAILY, text: 'x', blocks: [video] })).error ?? 'ok';
  const base = manifestWith({ scopes: ['links.embed:write'] });
  await using elsewhere = await openApi({ manifest: base });
  expect(await post(elsewhere)).toBe('invalid_blocks');
  const features = { ...testManifest.features, unfurl_domains: ['shop.test'] };
  await using poor = await openApi({ manifest: { ...testManifest, features } });
  expect(await post(poor)).toBe('invalid_blocks');
  await using both = await openApi({ manifest: { ...base, features } });
  expect(await post(both)).toBe('ok');
});
