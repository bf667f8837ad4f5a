import { expect, test } from 'vitest';
import type { Json } from '../state/types.ts';
import { openApi } from '../test/api.ts';
import { DAILY, GENERAL, MAYA } from '../test/manifest.ts';

const NOW = 1_780_000_000;

async function open() {
  const api = await openApi({ clock: { now: () => NOW * 1000 } });
  const schedule = (post_at: unknown, more: Json = {}) =>
    api.call('chat.scheduleMessage', { channel: DAILY, text: 'Later', post_at, ...more });
  const seen = async () => (await api.sandbox.control.messages(MAYA, DAILY)).map((m) => m.text);
  return { ...api, schedule, seen, [Symbol.asyncDispose]: () => api[Symbol.asyncDispose]() };
}

test('a scheduled message is listed until its time, and posted once', async () => {
  await using api = await open();
  const { scheduled_message_id: id } = await api.schedule(NOW + 600);
  const { scheduled_messages: waiting } = await api.call('chat.scheduledMessages.list', { channel: DAILY });
  expect(waiting).toMatchObject([{ id, channel_id: DAILY, post_at: NOW + 600, text: 'Later' }]);
  await api.sandbox.control.moveClock(599_000);
  expect(await api.seen()).toEqual([]);
  await api.sandbox.control.moveClock(1_000);
  expect(await api.seen()).toEqual(['Later']);
  expect(await api.call('chat.scheduledMessages.list')).toMatchObject({ scheduled_messages: [] });
});

// [time, seconds, error]
test.each<[string, unknown, string]>([
  ['the past', NOW - 1, 'time_in_past'],
  ['more than 120 days', NOW + 120 * 86_400 + 1, 'time_too_far'],
  ['no time at all', 'tomorrow', 'invalid_time'],
])('a message for %s is refused', async (_when, at, error) => {
  await using api = await open();
  expect(await api.schedule(at)).toMatchObject({ error });
  expect(await api.schedule(NOW + 120 * 86_400)).toMatchObject({ ok: true });
});

test('a channel accepts thirty scheduled messages within five minutes', async () => {
  await using api = await open();
  for (let n = 0; n < 30; n++) await api.schedule(NOW + 600 + n);
  expect(await api.schedule(NOW + 640)).toMatchObject({ error: 'restricted_too_many' });
  expect(await api.schedule(NOW + 1_200)).toMatchObject({ ok: true });
});

test('a scheduled message can be deleted until a minute before its time', async () => {
  await using api = await open();
  const remove = (id: unknown, channel = DAILY) =>
    api.call('chat.deleteScheduledMessage', { channel, scheduled_message_id: id });
  const { scheduled_message_id: soon } = await api.schedule(NOW + 59);
  const { scheduled_message_id: later } = await api.schedule(NOW + 600);
  expect(await remove(soon)).toMatchObject({ error: 'invalid_scheduled_message_id' });
  expect(await remove(later, GENERAL)).toMatchObject({ error: 'invalid_scheduled_message_id' });
  expect(await remove(later)).toEqual({ ok: true });
  expect(await remove(later)).toMatchObject({ error: 'invalid_scheduled_message_id' });
});

test('a scheduled message with metadata, or for a channel that was archived since, never appears', async () => {
  await using api = await open();
  await api.schedule(NOW + 100, { metadata: { event_type: 'x', event_payload: {} } });
  await api.sandbox.control.moveClock(100_000);
  await api.schedule(NOW + 200);
  await api.sandbox.control.changeChannel(DAILY, { is_archived: true });
  await api.sandbox.control.moveClock(100_000);
  expect(await api.seen()).toEqual([]);
  const unsent = (await api.sandbox.control.problems()).filter((p) => p.kind === 'scheduled_unsent');
  expect(unsent).toHaveLength(2);
});
