import { expect, test } from 'vitest';
import { openApi } from '../test/api.ts';
import { heardEvents } from '../test/events.ts';
import { BOT, DAILY, LENA, MAYA, manifestWith } from '../test/manifest.ts';

const manifest = manifestWith({ events: ['message.channels'] });
const open = () => openApi({ manifest });

test('an edit causes an event with the old and the new message', async () => {
  await using api = await open();
  const slack = api.sandbox.control;
  const { ts } = await slack.say(MAYA, DAILY, 'two mugs');
  await slack.edit(MAYA, { channel: DAILY, ts }, 'three mugs');
  expect((await slack.messages(LENA, DAILY))[0]).toMatchObject({ text: 'three mugs', edited: true });
  expect((await heardEvents(slack)).at(-1)).toMatchObject({
    type: 'message',
    subtype: 'message_changed',
    hidden: true,
    channel: DAILY,
    channel_type: 'channel',
    message: { user: MAYA, text: 'three mugs', ts, edited: { user: MAYA } },
    previous_message: { user: MAYA, text: 'two mugs', ts },
  });
});

test('a deletion causes an event that names the message', async () => {
  await using api = await open();
  const slack = api.sandbox.control;
  const { ts } = await slack.say(MAYA, DAILY, 'two mugs');
  await expect(slack.remove(LENA, { channel: DAILY, ts })).rejects.toThrow('Lena wrote no message');
  await slack.remove(MAYA, { channel: DAILY, ts });
  expect(await slack.messages(LENA, DAILY)).toEqual([]);
  expect((await heardEvents(slack)).at(-1)).toMatchObject({
    subtype: 'message_deleted',
    deleted_ts: ts,
    previous_message: { text: 'two mugs' },
  });
});

test('an app receives events for its own messages, edits and deletions, but none for ephemeral ones', async () => {
  await using api = await open();
  const { ts } = await api.call('chat.postMessage', { channel: DAILY, text: 'A card' });
  await api.call('chat.update', { channel: DAILY, ts, text: 'A better card' });
  await api.call('chat.delete', { channel: DAILY, ts });
  await api.call('chat.postEphemeral', { channel: DAILY, user: MAYA, text: 'psst' });
  const events = await api.sandbox.control.waitFor(async () => {
    const heard = await heardEvents(api.sandbox.control);
    return heard.length >= 3 && heard;
  });
  expect(events).toMatchObject([
    { type: 'message', user: BOT, bot_id: 'B0QMBOT001', text: 'A card' },
    { subtype: 'message_changed', message: { bot_id: 'B0QMBOT001', text: 'A better card' } },
    { subtype: 'message_deleted', deleted_ts: ts },
  ]);
});
