import { expect, test } from 'vitest';
import { openApi } from '../test/api.ts';
import { heardEvents } from '../test/events.ts';
import { DAILY, GENERAL, LENA, MAYA, manifestWith } from '../test/manifest.ts';

const manifest = manifestWith({ events: ['file_shared'] });
const csv = { name: 'stock.csv', content: 'sku,units\nMUG-01,4\n' };

test('a file dropped into the app’s conversation causes a message and an event, and can be downloaded', async () => {
  await using api = await openApi({ manifest });
  const slack = api.sandbox.control;
  const dm = await slack.openDm(MAYA);
  const { ts } = await slack.say(MAYA, dm, 'here you are', { files: [csv] });
  const [message, shared] = await heardEvents(slack);
  expect(message).toMatchObject({
    type: 'message',
    subtype: 'file_share',
    channel_type: 'im',
    text: 'here you are',
    ts,
    files: [{ name: 'stock.csv', mimetype: 'text/csv', user: MAYA, file_access: 'visible' }],
  });
  const [file] = (message?.files ?? []) as { id: string; url_private: string }[];
  expect(shared).toMatchObject({ type: 'file_shared', file_id: file?.id, user_id: MAYA, channel_id: dm });
  const headers = { authorization: `Bearer ${api.sandbox.botToken}` };
  expect(await (await fetch(file?.url_private ?? '', { headers })).text()).toBe(csv.content);
  expect(await api.call('files.info', { file: file?.id })).toMatchObject({
    file: { name: 'stock.csv', ims: [dm] },
  });
  expect(await api.call('files.delete', { file: file?.id })).toMatchObject({ error: 'cant_delete_file' });
  expect(await slack.messages(MAYA, dm)).toMatchObject([{ files: [{ name: 'stock.csv', size: 19 }] }]);
});

test('a file in a channel without the app stays hidden from it', async () => {
  await using api = await openApi({ manifest });
  const slack = api.sandbox.control;
  await slack.say(MAYA, GENERAL, '', { files: [csv, { name: 'a.png', base64: 'AAAA' }] });
  expect(await heardEvents(slack)).toEqual([]);
  const [seen] = await slack.messages(LENA, GENERAL);
  expect(seen?.files.map((f) => f.name)).toEqual(['stock.csv', 'a.png']);
  expect(await api.call('files.info', { file: seen?.files[0]?.id })).toMatchObject({
    error: 'file_not_found',
  });
});

test('a message needs text or a file', async () => {
  await using api = await openApi({ manifest });
  const slack = api.sandbox.control;
  await expect(slack.say(MAYA, DAILY, '')).rejects.toThrow('empty message');
  await expect(slack.say(MAYA, DAILY, 'x', { files: [{ name: 'a' }] })).rejects.toThrow('content or base64');
});
