import { expect, test } from 'vitest';
import type { Json } from '../state/types.ts';
import { type Api, openApi } from '../test/api.ts';
import { BOT, DAILY, MAYA, manifestWith } from '../test/manifest.ts';

const HOME = 'http://127.0.0.1:9/slack/oauth_redirect';
const base = manifestWith({ events: ['app_uninstalled', 'tokens_revoked'] });
const manifest = { ...base, oauth_config: { ...base.oauth_config, redirect_urls: [HOME] } };
const open = () => openApi({ manifest });

async function authorize(api: Api, more: Record<string, string> = {}) {
  const query = new URLSearchParams({
    client_id: api.sandbox.clientId,
    scope: 'commands,chat:write',
    redirect_uri: HOME,
    state: 's1',
    ...more,
  });
  const answer = await fetch(`${api.sandbox.url}oauth/v2/authorize?${query}`, { redirect: 'manual' });
  if (answer.status !== 302) return { error: ((await answer.json()) as Json).error };
  const back = new URL(answer.headers.get('location') ?? '');
  return { code: back.searchParams.get('code') ?? '', state: back.searchParams.get('state') };
}

function exchange(api: Api, code: string, more: Json = {}) {
  const { clientId: client_id, clientSecret: client_secret } = api.sandbox;
  return api.call('oauth.v2.access', { client_id, client_secret, code, redirect_uri: HOME, ...more }, '');
}

async function types(api: Api): Promise<unknown[]> {
  const sent = (await api.sandbox.control.traffic()).filter((t) => t.kind === 'events_api');
  return [...new Set(sent.map((t) => t.name))];
}

test('an app is installed by exchanging a code once, and its secrets stay out of the traffic', async () => {
  await using api = await open();
  await api.sandbox.control.uninstall();
  const { code = '', state } = await authorize(api);
  expect(state).toBe('s1');
  expect(await exchange(api, code)).toMatchObject({
    ok: true,
    access_token: api.sandbox.botToken,
    token_type: 'bot',
    bot_user_id: BOT,
    team: { id: 'T0DEMO0001' },
    authed_user: { id: 'U0ADA00001' },
  });
  expect(await exchange(api, code)).toMatchObject({ error: 'invalid_code' });
  expect(await api.call('auth.test')).toMatchObject({ ok: true });
  const traffic = JSON.stringify(await api.sandbox.control.traffic());
  for (const secret of [code, api.sandbox.clientSecret, api.sandbox.botToken])
    expect(traffic).not.toContain(secret);
});

// [name, arguments, error]
test.each<[string, Json, string]>([
  ['an unknown client', { client_id: '1.1' }, 'invalid_client_id'],
  ['a wrong secret', { client_secret: 'guess' }, 'bad_client_secret'],
  ['a made-up code', { code: 'made-up' }, 'invalid_code'],
  ['another way back', { redirect_uri: 'http://127.0.0.1:9/else' }, 'bad_redirect_uri'],
  ['another grant', { grant_type: 'password' }, 'invalid_grant_type'],
])('the exchange refuses %s', async (_what, more, error) => {
  await using api = await open();
  const { code = '' } = await authorize(api);
  expect(await exchange(api, code, more)).toMatchObject({ ok: false, error });
});

test('a code is valid for ten minutes, and a request needs a known client, URL and scope', async () => {
  await using api = await open();
  const { code = '' } = await authorize(api);
  await api.sandbox.control.moveClock(600_001);
  expect(await exchange(api, code)).toMatchObject({ error: 'invalid_code' });
  expect(await authorize(api, { client_id: 'x' })).toEqual({ error: 'invalid_client_id' });
  expect(await authorize(api, { redirect_uri: 'http://evil.test/' })).toEqual({ error: 'bad_redirect_uri' });
  expect(await authorize(api, { scope: 'admin' })).toEqual({ error: 'invalid_scope' });
  expect(await authorize(api, { scope: '' })).toEqual({ error: 'no_scopes' });
});

test('an app may send its id and secret as HTTP Basic', async () => {
  await using api = await open();
  const { code = '' } = await authorize(api);
  const { clientId, clientSecret, apiUrl } = api.sandbox;
  const basic = Buffer.from(`${clientId}:${clientSecret}`).toString('base64');
  const answer = await fetch(`${apiUrl}oauth.v2.access`, {
    method: 'POST',
    headers: { authorization: `Basic ${basic}` },
    body: new URLSearchParams({ code, redirect_uri: HOME }),
  });
  expect(await answer.json()).toMatchObject({ ok: true });
});

test.each(['app_uninstalled_first', 'tokens_revoked_first'] as const)(
  'after an uninstall (%s) the token is dead, the bot in no channel, its commands unknown',
  async (order) => {
    await using api = await open();
    await api.sandbox.control.uninstall(order);
    const expected = ['app_uninstalled', 'tokens_revoked'];
    expect(await types(api)).toEqual(order === 'app_uninstalled_first' ? expected : expected.reverse());
    expect(await api.call('auth.test')).toMatchObject({ error: 'account_inactive' });
    const { notice } = await api.sandbox.control.command(MAYA, DAILY, '/count mug');
    expect(notice).toContain('not a valid command');
    await api.sandbox.control.install();
    expect(await api.call('chat.postMessage', { channel: DAILY, text: 'x' })).toMatchObject({
      error: 'not_in_channel',
    });
  },
);

test('an app can revoke its own token, and uninstall itself', async () => {
  await using api = await open();
  expect(await api.call('auth.revoke', { test: true })).toMatchObject({ revoked: false });
  expect(await api.call('auth.revoke')).toMatchObject({ revoked: true });
  expect(await api.call('auth.test')).toMatchObject({ error: 'token_revoked' });
  await api.sandbox.control.reset();
  const { clientId: client_id, clientSecret: client_secret } = api.sandbox;
  expect(await api.call('apps.uninstall', { client_id, client_secret: 'guess' })).toMatchObject({
    error: 'bad_client_secret',
  });
  expect(await api.call('apps.uninstall', { client_id, client_secret })).toEqual({ ok: true });
  expect(await api.call('auth.test')).toMatchObject({ error: 'account_inactive' });
});
