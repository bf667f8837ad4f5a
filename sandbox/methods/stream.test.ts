import { expect, test } from 'vitest';
import type { Json } from '../state/types.ts';
import { openApi } from '../test/api.ts';
import { heardEvents } from '../test/events.ts';
import { DAILY, MAYA, manifestWith } from '../test/manifest.ts';

const reader = { recipient_user_id: MAYA, recipient_team_id: 'T0DEMO0001' };
const task = (status: string, more: Json = {}) => ({
  type: 'task_update',
  id: 't',
  title: 'Count',
  status,
  ...more,
});

async function open() {
  const api = await openApi({ manifest: manifestWith({ events: ['message.channels'] }) });
  const { ts: thread_ts } = await api.sandbox.control.say(MAYA, DAILY, 'How many mugs?');
  const start = (more: Json = {}) =>
    api.call('chat.startStream', { channel: DAILY, thread_ts, ...reader, ...more });
  const reply = async () => (await api.sandbox.control.messages(MAYA, DAILY))[0]?.replies[0];
  return { ...api, thread_ts, start, reply, [Symbol.asyncDispose]: () => api[Symbol.asyncDispose]() };
}

test('a stream is one message that grows until it is stopped', async () => {
  await using api = await open();
  const { ts } = await api.start({ markdown_text: 'There are ' });
  const place = { channel: DAILY, ts };
  await api.call('chat.appendStream', { ...place, markdown_text: '**twelve**' });
  expect(await api.reply()).toMatchObject({
    text: 'There are **twelve**',
    blocks: [{ type: 'markdown', text: 'There are **twelve**' }],
    streaming: true,
  });
  const stopped = await api.call('chat.stopStream', {
    ...place,
    markdown_text: ' mugs.',
    blocks: [{ type: 'divider' }],
  });
  expect(stopped).toMatchObject({ ok: true, message: { text: 'There are **twelve** mugs.' } });
  expect(await api.reply()).toMatchObject({
    blocks: [{ type: 'markdown' }, { type: 'divider' }],
    streaming: false,
  });
  const events = (await heardEvents(api.sandbox.control)).slice(1).map((e) => e.subtype);
  expect(events).toEqual([undefined, 'message_changed']);
});

test('steps of a stream are task cards, or a plan, each shown as it is now', async () => {
  await using api = await open();
  const { ts } = await api.start({ chunks: [task('in_progress')] });
  const chunks = [
    task('complete', { output: '12' }),
    { type: 'markdown_text', text: 'Twelve.' },
    { type: 'blocks', blocks: [{ type: 'divider' }] },
  ];
  await api.call('chat.appendStream', { channel: DAILY, ts, chunks });
  expect((await api.reply())?.blocks).toMatchObject([
    { type: 'task_card', task_id: 't', status: 'complete', output: { type: 'rich_text' } },
    { type: 'markdown', text: 'Twelve.' },
    { type: 'divider' },
  ]);
  await api.call('chat.appendStream', {
    channel: DAILY,
    ts,
    chunks: [{ type: 'plan_update', title: 'Counting' }],
  });
  expect((await api.reply())?.blocks?.[0]).toMatchObject({
    type: 'plan',
    title: 'Counting',
    tasks: [{ task_id: 't' }],
  });
});

test('a stream in a channel names its reader, and only an open one of the app grows', async () => {
  await using api = await open();
  expect(await api.start({ recipient_user_id: undefined })).toMatchObject({
    error: 'missing_recipient_user_id',
  });
  expect(await api.start({ recipient_team_id: undefined })).toMatchObject({
    error: 'missing_recipient_team_id',
  });
  expect(await api.call('chat.startStream', { channel: MAYA, markdown_text: 'x' })).toMatchObject({
    ok: true,
  });
  expect(await api.start({ chunks: [{ type: 'dance' }] })).toMatchObject({ error: 'invalid_chunks' });
  const { ts } = await api.start();
  const append = async (more: Json) =>
    (await api.call('chat.appendStream', { channel: DAILY, ts, markdown_text: 'x', ...more })).error ?? 'ok';
  expect(await append({})).toBe('ok');
  expect(await append({ markdown_text: undefined })).toBe('no_text');
  expect(await append({ ts: '1.000001' })).toBe('message_not_found');
  expect(await append({ ts: api.thread_ts })).toBe('message_not_owned_by_app');
  await api.call('chat.stopStream', { channel: DAILY, ts });
  expect(await append({})).toBe('message_not_in_streaming_state');
});
