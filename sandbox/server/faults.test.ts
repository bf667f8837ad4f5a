import { expect, test } from 'vitest';
import { openApi } from '../test/api.ts';
import { DAILY, MAYA } from '../test/manifest.ts';

async function open() {
  const api = await openApi();
  const post = (timeoutMs = 5_000) =>
    fetch(`${api.sandbox.apiUrl}chat.postMessage`, {
      method: 'POST',
      headers: { authorization: `Bearer ${api.sandbox.botToken}` },
      body: new URLSearchParams({ channel: DAILY, text: 'x' }),
      signal: AbortSignal.timeout(timeoutMs),
    });
  const posted = async () => (await api.sandbox.control.messages(MAYA, DAILY)).length;
  return {
    slack: api.sandbox.control,
    post,
    posted,
    [Symbol.asyncDispose]: () => api[Symbol.asyncDispose](),
  };
}

test('a rate limit answers 429 with Retry-After for the given number of calls', async () => {
  await using api = await open();
  await api.slack.fault({ method: 'chat.postMessage', kind: 'ratelimited', retry_after: 7, times: 2 });
  for (const _ of [1, 2]) {
    const answer = await api.post();
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '7']);
  }
  expect((await api.post()).status).toBe(200);
  expect(await api.posted()).toBe(1);
});

test('a call can time out after it was accepted', async () => {
  await using api = await open();
  await api.slack.fault({ method: 'chat.postMessage', kind: 'timeout' });
  await expect(api.post(200)).rejects.toThrow();
  expect(await api.posted()).toBe(1);
});

test('a call can be dropped, fail, or be answered with any error code', async () => {
  await using api = await open();
  await api.slack.fault({ method: '*', kind: 'drop' });
  await expect(api.post()).rejects.toThrow();
  await api.slack.fault({ method: '*', kind: 'server_error', status: 502 });
  expect((await api.post()).status).toBe(502);
  await api.slack.fault({ method: '*', kind: 'error', error: 'fatal_error' });
  expect(await (await api.post()).json()).toMatchObject({ error: 'fatal_error' });
  expect(await api.posted()).toBe(0);
});

test.each([
  'internal_error',
  'fatal_error',
  'request_timeout',
  'service_unavailable',
  'no_permission',
  'restricted_action',
  'token_expired',
])('any method can answer %s', async (error) => {
  await using api = await open();
  await api.slack.fault({ method: 'chat.postMessage', kind: 'error', error });
  expect(await (await api.post()).json()).toEqual({ ok: false, error });
  expect(await api.posted()).toBe(0);
});

test('remaining faults are listed with their remaining calls', async () => {
  await using api = await open();
  await api.slack.fault({ method: 'chat.postMessage', kind: 'ratelimited', times: 2 });
  await api.slack.fault({ method: '*', kind: 'slow', ms: 1 });
  await api.post();
  expect(await api.slack.faults()).toMatchObject([
    { method: 'chat.postMessage', kind: 'ratelimited', left: 1 },
    { method: '*', kind: 'slow', left: 1 },
  ]);
  await api.slack.clearFaults();
  expect(await api.slack.faults()).toEqual([]);
});

test('a reset clears faults and everything else', async () => {
  await using api = await open();
  await api.post();
  await api.slack.fault({ method: '*', kind: 'drop' });
  await api.slack.reset();
  expect(await api.posted()).toBe(0);
  expect((await api.post()).status).toBe(200);
});
