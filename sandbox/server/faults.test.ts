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

test('a rate limit answers 429 with Retry-After for as many calls as asked', async () => {
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

test('faults and everything else are gone after a reset', async () => {
  await using api = await open();
  await api.post();
  await api.slack.fault({ method: '*', kind: 'drop' });
  await api.slack.reset();
  expect(await api.posted()).toBe(0);
  expect((await api.post()).status).toBe(200);
});
