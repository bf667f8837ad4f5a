import { expect, test } from 'vitest';
import type { Json } from '../state/types.ts';
import { openApi } from '../test/api.ts';
import { DAILY, MAYA, manifestWith } from '../test/manifest.ts';

async function open() {
  const api = await openApi({ manifest: manifestWith({ scopes: ['assistant:write'] }) });
  const { ts: thread_ts } = await api.sandbox.control.say(MAYA, DAILY, 'How many mugs?');
  const set = (what: string, more: Json) =>
    api.call(`assistant.threads.set${what}`, { channel_id: DAILY, thread_ts, ...more });
  const seen = async () => (await api.sandbox.control.messages(MAYA, DAILY))[0]?.assistant;
  return { ...api, thread_ts, set, seen, [Symbol.asyncDispose]: () => api[Symbol.asyncDispose]() };
}

test('a thread shows the status, the title and the prompts that the app sets', async () => {
  await using api = await open();
  const prompts = [{ title: 'And bowls?', message: 'How many bowls?' }];
  await api.set('Status', { status: 'is counting', loading_messages: ['one', 'two'] });
  await api.set('Title', { title: 'Mugs' });
  await api.set('SuggestedPrompts', { prompts, title: 'Next' });
  expect(await api.seen()).toEqual({ status: 'is counting', title: 'Mugs', prompts });
  expect(await api.sandbox.control.problems()).toEqual([]);
});

test('a status ends with an answer, with an empty one, or after two minutes', async () => {
  await using api = await open();
  const set = () => api.set('Status', { status: 'is counting' });
  await set();
  await api.call('chat.postMessage', { channel: DAILY, thread_ts: api.thread_ts, text: 'Twelve' });
  expect((await api.seen())?.status).toBe('');
  await set();
  await api.set('Status', { status: '' });
  expect((await api.seen())?.status).toBe('');
  await set();
  await api.sandbox.control.moveClock(120_000);
  expect((await api.seen())?.status).toBe('');
});

test('an unknown thread and malformed prompts are refused', async () => {
  await using api = await open();
  expect(await api.set('Title', { title: 'x', thread_ts: '1.000001' })).toMatchObject({
    error: 'invalid_thread_ts',
  });
  expect(await api.set('Title', { title: 'x', channel_id: 'CNOWHERE' })).toMatchObject({
    error: 'channel_not_found',
  });
  expect(await api.set('SuggestedPrompts', { prompts: ['x'] })).toMatchObject({ error: 'invalid_arguments' });
  const loading_messages = Array.from({ length: 11 }, () => 'x');
  expect(await api.set('Status', { status: 'x', loading_messages })).toMatchObject({
    error: 'invalid_arguments',
  });
});
