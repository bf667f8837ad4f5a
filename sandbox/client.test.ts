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

test('waiting in vain says for what, and what went wrong meanwhile', async () => {
  await using api = await openApi();
  await api.call('chat.shout');
  const waiting = api.sandbox.control.waitFor(() => false, { timeoutMs: 50, what: 'a miracle' });
  await expect(waiting).rejects.toThrow(/50 ms in vain for: a miracle[\s\S]*unknown_method in chat\.shout/);
});

test('another site in the same browser cannot drive the sandbox', async () => {
  await using api = await openApi();
  const answer = await fetch(`${api.sandbox.url}control/reset`, {
    method: 'POST',
    headers: { origin: 'https://evil.test' },
    body: '{}',
  });
  expect(answer.status).toBe(403);
});

test('an unknown control action is named', async () => {
  await using api = await openApi();
  const answer = await fetch(`${api.sandbox.url}control/dance`, { method: 'POST', body: '{}' });
  expect(await answer.json()).toEqual({ ok: false, error: 'There is no control action dance' });
});
