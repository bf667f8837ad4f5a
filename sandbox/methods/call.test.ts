import { expect, test } from 'vitest';
import { openApi } from '../test/api.ts';
import { DAILY, testManifest } from '../test/manifest.ts';

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

test('missing and unknown arguments are named', async () => {
  await using api = await openApi();
  expect(await api.call('chat.postMessage', { text: 'x', colour: 'red' })).toMatchObject({
    error: 'invalid_arguments',
    response_metadata: {
      messages: ['[ERROR] missing required field: channel', '[ERROR] unknown argument: colour'],
    },
  });
});

test('a custom name needs its own scope', async () => {
  await using api = await openApi();
  const answer = await api.call('chat.postMessage', { channel: DAILY, text: 'x', username: 'Somebody' });
  expect(answer).toMatchObject({ error: 'missing_scope', needed: 'chat:write.customize' });
});
