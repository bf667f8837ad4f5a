import { expect, test } from 'vitest';
import { SandboxClient } from './client.ts';
import { openApi } from './test/api.ts';
import { DAILY, MAYA } from './test/manifest.ts';

test('a client in another process acts, sees and waits like the one inside', async () => {
  await using api = await openApi();
  const client = new SandboxClient(api.sandbox.url);
  const waiting = client.waitFor(async () => (await client.messages(MAYA, DAILY)).find((m) => m.is_bot));
  await api.call('chat.postMessage', { channel: DAILY, text: 'A card' });
  expect((await waiting).text).toBe('A card');
  expect(await client.messages(MAYA, DAILY)).toEqual(await api.sandbox.control.messages(MAYA, DAILY));
  await expect(client.say('UNOBODY', DAILY, 'x')).rejects.toThrow('There is no member UNOBODY');
  client.close();
});

test('single messages can be read, a reply with its thread, and the traffic since an entry', async () => {
  await using api = await openApi();
  const { control } = api.sandbox;
  const { ts } = await control.say(MAYA, DAILY, 'How many?');
  const { ts: other } = await control.say(MAYA, DAILY, 'And bowls?');
  const reply = await api.call('chat.postMessage', { channel: DAILY, text: 'Twelve', thread_ts: ts });
  const [thread, ...more] = await control.messages(MAYA, DAILY, { ts: [String(reply.ts)] });
  expect([thread?.ts, thread?.replies.map((r) => r.text), more]).toEqual([ts, ['Twelve'], []]);
  await control.remove(MAYA, { channel: DAILY, ts: other });
  expect(await control.messages(MAYA, DAILY, { ts: [other] })).toEqual([]);
  const all = await control.traffic();
  expect(await control.traffic({ after: all.at(-1)?.id ?? '' })).toEqual([]);
  expect(await control.traffic({ after: 'long gone' })).toEqual(all);
});

test('a failed wait names what it waited for and the problems in the meantime', async () => {
  await using api = await openApi();
  await api.call('chat.shout');
  const waiting = api.sandbox.control.waitFor(() => false, { timeoutMs: 50, what: 'a miracle' });
  await expect(waiting).rejects.toThrow(/50 ms in vain for: a miracle[\s\S]*unknown_method in chat\.shout/);
});

test('another site in the same browser cannot control the sandbox', async () => {
  await using api = await openApi();
  const answer = await fetch(`${api.sandbox.url}control/reset`, {
    method: 'POST',
    headers: { origin: 'https://evil.test' },
    body: '{}',
  });
  expect(answer.status).toBe(403);
});

test.each([
  ['a picture in a page', { method: 'GET' }, 405],
  ['a form', { method: 'POST', headers: { 'content-type': 'text/plain' }, body: '{}' }, 415],
  [
    'a script of another site',
    {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'sec-fetch-site': 'cross-site' },
      body: '{}',
    },
    403,
  ],
] as const)('%s changes nothing', async (_, request, status) => {
  await using api = await openApi();
  await api.sandbox.control.say(MAYA, DAILY, 'Still here?');
  const answer = await fetch(`${api.sandbox.url}control/reset`, request);
  expect(answer.status).toBe(status);
  expect(await api.sandbox.control.messages(MAYA, DAILY)).toHaveLength(1);
});

test('the error names an unknown control action', async () => {
  await using api = await openApi();
  const answer = await fetch(`${api.sandbox.url}control/dance`, { method: 'POST', body: '{}' });
  expect(await answer.json()).toEqual({ ok: false, error: 'There is no control action dance' });
});
