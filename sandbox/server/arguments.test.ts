import { expect, test } from 'vitest';
import type { Json } from '../state/types.ts';
import { openApi } from '../test/api.ts';
import { DAILY, MAYA } from '../test/manifest.ts';

async function open() {
  const api = await openApi();
  const { apiUrl, botToken } = api.sandbox;
  const bearer = { authorization: `Bearer ${botToken}` };
  const call = async (path: string, init: RequestInit) =>
    (await (await fetch(`${apiUrl}${path}`, init)).json()) as Json;
  const texts = async () => (await api.sandbox.control.messages(MAYA, DAILY)).map((m) => m.text);
  return { ...api, botToken, bearer, call, texts, [Symbol.asyncDispose]: () => api[Symbol.asyncDispose]() };
}

const blocks = JSON.stringify([{ type: 'divider' }]);

test('arguments come as a query, a form, a form in parts, or JSON, with POST or GET', async () => {
  await using api = await open();
  const { bearer: headers } = api;
  const query = (text: string) => `chat.postMessage?${new URLSearchParams({ channel: DAILY, text, blocks })}`;
  const parts = new FormData();
  for (const [name, value] of Object.entries({ channel: DAILY, text: 'parts', blocks }))
    parts.set(name, value);
  const given: [string, RequestInit][] = [
    [query('read'), { headers }],
    [query('query'), { method: 'POST', headers }],
    [
      'chat.postMessage',
      { method: 'POST', headers, body: new URLSearchParams({ channel: DAILY, text: 'form', blocks }) },
    ],
    ['chat.postMessage', { method: 'POST', headers, body: parts }],
    [
      'chat.postMessage',
      {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json; charset=utf-8' },
        body: JSON.stringify({ channel: DAILY, text: 'json', blocks }),
      },
    ],
  ];
  for (const [path, init] of given) expect(await api.call(path, init)).toMatchObject({ ok: true });
  expect(await api.texts()).toEqual(['read', 'query', 'form', 'parts', 'json']);
  expect(await api.sandbox.control.problems()).toEqual([]);
});

test('a query and a body are taken together, and the body wins', async () => {
  await using api = await open();
  const body = new URLSearchParams({ text: 'body' });
  const path = `chat.postMessage?channel=${DAILY}&text=query`;
  expect(await api.call(path, { method: 'POST', headers: api.bearer, body })).toMatchObject({ ok: true });
  expect(await api.texts()).toEqual(['body']);
});

test('a token may stand in a form, but neither in a query nor in JSON', async () => {
  await using api = await open();
  const { botToken: token } = api;
  const parts = new FormData();
  parts.set('token', token);
  for (const body of [new URLSearchParams({ token }), parts])
    expect(await api.call('auth.test', { method: 'POST', body })).toMatchObject({ ok: true });
  expect(await api.call(`auth.test?token=${token}`, { method: 'POST' })).toMatchObject({
    error: 'not_authed',
  });
  const json = { 'content-type': 'application/json' };
  expect(
    await api.call('auth.test', { method: 'POST', headers: json, body: JSON.stringify({ token }) }),
  ).toMatchObject({ error: 'not_authed' });
});

// [content type, body, error]
test.each([
  ['application/json', 'not json', 'invalid_json'],
  ['application/json', '[1]', 'json_not_object'],
  ['application/xml', '<x/>', 'invalid_post_type'],
  ['multipart/form-data', 'no boundary', 'invalid_form_data'],
  ['', 'text=x', 'missing_post_type'],
])('a body of type "%s" that says %s is answered with %s', async (type, body, error) => {
  await using api = await open();
  const headers = { ...api.bearer, ...(type ? { 'content-type': type } : {}) };
  const sent = type ? body : new Blob([body]);
  expect(await api.call('chat.postMessage', { method: 'POST', headers, body: sent })).toMatchObject({
    error,
  });
  expect(await api.sandbox.control.problems()).toMatchObject([{ kind: error, where: 'chat.postMessage' }]);
});

test('methods that post take the name of a channel too', async () => {
  await using api = await openApi({ rateLimits: true });
  const later = Math.floor(Date.now() / 1000) + 600;
  for (const channel of ['#ops-daily', 'ops-daily']) {
    const said = { channel, text: 'x' };
    expect(await api.call('chat.postMessage', said)).toMatchObject({ ok: true, channel: DAILY });
    // A name and an id stand for one channel, which takes one message a second.
    expect(await api.call('chat.postMessage', { ...said, channel: DAILY })).toMatchObject({
      error: 'ratelimited',
    });
    await api.sandbox.control.moveClock(1_000);
    expect(await api.call('chat.postEphemeral', { ...said, user: MAYA })).toMatchObject({ ok: true });
    expect(await api.call('chat.scheduleMessage', { ...said, post_at: later })).toMatchObject({
      ok: true,
      channel: DAILY,
    });
  }
  const update = { channel: '#ops-daily', ts: '1.000001', text: 'x' };
  expect(await api.call('chat.update', update)).toMatchObject({ error: 'channel_not_found' });
  expect(await api.call('chat.postMessage', { channel: '#nowhere', text: 'x' })).toMatchObject({
    error: 'channel_not_found',
  });
});
