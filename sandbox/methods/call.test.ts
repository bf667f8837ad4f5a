import { expect, test } from 'vitest';
import type { Json } from '../state/types.ts';
import { openApi } from '../test/api.ts';
import { DAILY, MAYA, testManifest } from '../test/manifest.ts';

test("an unknown method answers like Slack's", async () => {
  await using api = await openApi();
  expect(await api.call('chat.shout')).toMatchObject({ ok: false, error: 'unknown_method' });
  expect(await api.sandbox.control.problems()).toMatchObject([
    { kind: 'unknown_method', where: 'chat.shout' },
  ]);
});

test('a call needs a known token of the right kind', async () => {
  await using api = await openApi();
  expect(await api.call('auth.test', {}, '')).toMatchObject({ error: 'not_authed' });
  expect(await api.call('auth.test', {}, 'xoxb-stolen')).toMatchObject({ error: 'invalid_auth' });
  expect(await api.call('auth.test', {}, api.sandbox.appToken)).toMatchObject({
    error: 'not_allowed_token_type',
  });
  expect(await api.call('apps.connections.open')).toMatchObject({ error: 'not_allowed_token_type' });
});

test('a token may be in the body, and the body may be a form', async () => {
  await using api = await openApi();
  const body = new URLSearchParams({ token: api.sandbox.botToken });
  const answer = await fetch(`${api.sandbox.apiUrl}auth.test`, { method: 'POST', body });
  expect(await answer.json()).toEqual({
    ok: true,
    url: 'https://harbour-and-hill.slack.com/',
    team: 'Harbour & Hill',
    user: 'tally',
    team_id: 'T0DEMO0001',
    user_id: 'U0QMBOT001',
    bot_id: 'B0QMBOT001',
    is_enterprise_install: false,
  });
});

test('a scope outside the manifest is missing', async () => {
  const scopes = { bot: ['commands'], bot_optional: ['chat:write'] };
  const manifest = { ...testManifest, oauth_config: { scopes } };
  await using api = await openApi({ manifest });
  const post = () => api.call('chat.postMessage', { channel: DAILY, text: 'x' });
  expect(await post()).toMatchObject({ error: 'missing_scope', needed: 'chat:write', provided: 'commands' });
  expect(await api.sandbox.control.problems()).toMatchObject([
    { kind: 'missing_scope', detail: 'needed chat:write' },
  ]);
  await api.sandbox.control.scopes({ grant: ['chat:write'] });
  expect(await post()).toMatchObject({ ok: true });
});

test('an optional scope counts only when the workspace granted it', async () => {
  await using refused = await openApi();
  expect(await refused.call('team.info')).toMatchObject({ error: 'missing_scope' });
  await using granted = await openApi({ grantOptionalScopes: true });
  expect(await granted.call('team.info')).toMatchObject({ ok: true, team: { name: 'Harbour & Hill' } });
});

test('missing arguments are named; unknown ones do nothing, as in Slack, and are a problem', async () => {
  await using api = await openApi();
  expect(await api.call('chat.postMessage', { text: 'x' })).toMatchObject({
    error: 'invalid_arguments',
    response_metadata: { messages: ['[ERROR] missing required field: channel'] },
  });
  await api.sandbox.control.clearProblems();
  const posted = { channel: DAILY, text: 'x', colour: 'red' };
  expect(await api.call('chat.postMessage', posted)).toMatchObject({ ok: true });
  expect(await api.sandbox.control.problems()).toMatchObject([
    { kind: 'unknown_argument', where: 'chat.postMessage', detail: expect.stringContaining('colour') },
  ]);
});

// Arguments of the reference that change nothing here.
test.each<[string, Json]>([
  [
    'chat.postMessage',
    { channel: DAILY, text: 'x', current_draft_last_updated_ts: '1.000001', mrkdwn: false },
  ],
  ['chat.postEphemeral', { channel: DAILY, user: MAYA, text: 'x', parse: 'full', link_names: true }],
  ['chat.scheduleMessage', { channel: DAILY, text: 'x', post_at: 4e9, unfurl_links: true, as_user: false }],
  ['chat.update', { channel: DAILY, ts: '1.000001', text: 'x', file_ids: ['F1'], unfurled_attachments: [] }],
  ['oauth.v2.access', { client_id: 'x', code_verifier: 'x', refresh_token: 'x' }],
  [
    'bookmarks.add',
    { channel_id: DAILY, title: 'x', type: 'link', link: 'https://x.test', access_level: 'read' },
  ],
  ['bookmarks.remove', { channel_id: DAILY, bookmark_id: 'Bk1', quip_section_id: 'x' }],
  [
    'reactions.remove',
    { channel: DAILY, timestamp: '1.000001', name: 'eyes', file: 'F1', file_comment: 'x' },
  ],
  ['reactions.get', { channel: DAILY, timestamp: '1.000001', full: true, file: 'F1', file_comment: 'x' }],
  ['usergroups.create', { name: 'x', additional_channels: DAILY, enable_section: true }],
  ['usergroups.users.update', { usergroup: 'S1', users: MAYA, additional_channels: DAILY, is_shared: true }],
  ['users.list', { team_id: 'T0DEMO0001', include_locale: true }],
])('%s takes every argument of the reference', async (method, args) => {
  await using api = await openApi();
  const scopes = ['bookmarks:write', 'reactions:read', 'reactions:write', 'usergroups:write'];
  await api.sandbox.control.scopes({ grant: scopes });
  await api.call(method, args);
  const unknown = (await api.sandbox.control.problems()).filter((p) => p.kind === 'unknown_argument');
  expect(unknown).toEqual([]);
});

test('a custom name needs its own scope', async () => {
  await using api = await openApi();
  const answer = await api.call('chat.postMessage', { channel: DAILY, text: 'x', username: 'Somebody' });
  expect(answer).toMatchObject({ error: 'missing_scope', needed: 'chat:write.customize' });
});
