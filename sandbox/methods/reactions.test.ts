import { expect, test } from 'vitest';
import type { Json } from '../state/types.ts';
import { openApi } from '../test/api.ts';
import { DAILY, GENERAL, LENA, MAYA, manifestWith } from '../test/manifest.ts';

const manifest = manifestWith({
  scopes: [
    'reactions:write',
    'reactions:read',
    'pins:write',
    'pins:read',
    'bookmarks:write',
    'bookmarks:read',
  ],
  events: ['reaction_added', 'reaction_removed'],
});

async function open() {
  const api = await openApi({ manifest });
  const { ts } = await api.call('chat.postMessage', { channel: DAILY, text: 'A card' });
  const message = { channel: DAILY, timestamp: ts };
  const code = async (method: string, more: Json = {}) =>
    (await api.call(method, { ...message, ...more })).error ?? 'ok';
  return { ...api, ts: String(ts), message, code, [Symbol.asyncDispose]: () => api[Symbol.asyncDispose]() };
}

test('a reaction is added once, seen by everyone, and removed', async () => {
  await using api = await open();
  expect(await api.code('reactions.add', { name: 'eyes' })).toBe('ok');
  expect(await api.code('reactions.add', { name: 'eyes' })).toBe('already_reacted');
  await api.sandbox.control.react(MAYA, { channel: DAILY, ts: api.ts }, 'eyes');
  const [seen] = await api.sandbox.control.messages(LENA, DAILY);
  expect(seen?.reactions).toEqual([{ name: 'eyes', users: ['U0QMBOT001', MAYA] }]);
  const { message } = await api.call('reactions.get', api.message);
  expect(message).toMatchObject({ reactions: [{ name: 'eyes', count: 2 }] });
  expect(await api.code('reactions.remove', { name: 'eyes' })).toBe('ok');
  expect(await api.code('reactions.remove', { name: 'eyes' })).toBe('no_reaction');
});

test('a member’s reaction causes an event with the message, and cannot be added twice', async () => {
  await using api = await open();
  const slack = api.sandbox.control;
  const message = { channel: DAILY, ts: api.ts };
  await slack.react(MAYA, message, '+1');
  await expect(slack.react(MAYA, message, '+1')).rejects.toThrow('already reacted');
  await slack.react(MAYA, message, '+1', { remove: true });
  await expect(slack.react(MAYA, message, '+1', { remove: true })).rejects.toThrow('not reacted');
  const sent = (await slack.traffic()).filter((t) => t.kind === 'events_api').map((t) => t.request as Json);
  expect(sent[0]?.event).toMatchObject({
    type: 'reaction_added',
    user: MAYA,
    reaction: '+1',
    item_user: 'U0QMBOT001',
    item: { type: 'message', ...message },
  });
  expect(sent.some((s) => (s.event as Json).type === 'reaction_removed')).toBe(true);
});

// [name, method, arguments, error]
test.each<[string, string, Json, string]>([
  ['an emoji with a colon', 'reactions.add', { name: ':eyes:' }, 'invalid_name'],
  ['a message that is none', 'reactions.add', { name: 'eyes', timestamp: '1.000001' }, 'message_not_found'],
  ['a timestamp that is none', 'reactions.add', { name: 'eyes', timestamp: 'now' }, 'bad_timestamp'],
  ['a pin on nothing', 'pins.add', { timestamp: '1.000001' }, 'message_not_found'],
  ['an unpinned message', 'pins.remove', {}, 'no_pin'],
])('%s is refused', async (_what, method, args, error) => {
  await using api = await open();
  expect(await api.code(method, args)).toBe(error);
});

test('a message holds at most 23 kinds of emoji', async () => {
  await using api = await open();
  for (let n = 0; n < 23; n++) expect(await api.code('reactions.add', { name: `n${n}` })).toBe('ok');
  expect(await api.code('reactions.add', { name: 'one_more' })).toBe('too_many_emoji');
});

test('a message is pinned once, listed, and unpinned', async () => {
  await using api = await open();
  expect(await api.code('pins.add')).toBe('ok');
  expect(await api.code('pins.add')).toBe('already_pinned');
  expect((await api.sandbox.control.messages(MAYA, DAILY))[0]?.pinned).toBe(true);
  expect(await api.call('pins.list', { channel: DAILY })).toMatchObject({
    items: [{ message: { ts: api.ts, pinned_to: [DAILY] } }],
  });
  expect(await api.code('pins.remove')).toBe('ok');
  expect(await api.call('pins.list', { channel: GENERAL })).toMatchObject({ error: 'not_in_channel' });
});

test("a bookmark is a titled link in one of the bot's channels", async () => {
  await using api = await open();
  const link = { channel_id: DAILY, title: 'Board', type: 'link', link: 'https://shop.test/board' };
  const add = async (more: Json) => (await api.call('bookmarks.add', { ...link, ...more })).error ?? 'ok';
  expect(await add({})).toBe('ok');
  expect(await add({ link: 'shop.test' })).toBe('invalid_link');
  expect(await add({ type: 'file' })).toBe('invalid_bookmark_type');
  expect(await add({ emoji: 'ship' })).toBe('invalid_emoji');
  expect(await add({ channel_id: GENERAL })).toBe('not_in_channel');
  const { bookmarks } = await api.call('bookmarks.list', { channel_id: DAILY });
  const [{ id = '' } = {}] = bookmarks as { id: string }[];
  const remove = () => api.call('bookmarks.remove', { channel_id: DAILY, bookmark_id: id });
  expect(await remove()).toEqual({ ok: true });
  expect(await remove()).toMatchObject({ error: 'not_found' });
});

test('a channel holds a hundred pins and a hundred bookmarks', async () => {
  await using api = await open();
  for (let n = 0; n < 100; n++) {
    const { ts } = await api.call('chat.postMessage', { channel: DAILY, text: `${n}` });
    await api.call('pins.add', { channel: DAILY, timestamp: ts });
    await api.call('bookmarks.add', {
      channel_id: DAILY,
      title: `${n}`,
      type: 'link',
      link: 'https://shop.test',
    });
  }
  expect(await api.code('pins.add')).toBe('too_many_pins');
  const more = { channel_id: DAILY, title: 'x', type: 'link', link: 'https://shop.test' };
  expect(await api.call('bookmarks.add', more)).toMatchObject({ error: 'too_many_bookmarks' });
});
