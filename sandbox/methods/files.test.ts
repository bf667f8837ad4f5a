import { expect, test } from 'vitest';
import type { Json } from '../state/types.ts';
import { type Api, openApi } from '../test/api.ts';
import { DAILY, GENERAL, MAYA } from '../test/manifest.ts';
import { PIXEL } from '../test/pixel.ts';

const open = () => openApi({ fileProcessingMs: 2_000 });

/** Announces and uploads a file without completing it. */
async function upload(api: Api, filename = 'chart.png', bytes = PIXEL): Promise<string> {
  const { upload_url, file_id } = await api.call('files.getUploadURLExternal', {
    filename,
    length: bytes.length,
  });
  const answer = await fetch(String(upload_url), { method: 'POST', body: new Uint8Array(bytes) });
  expect(await answer.text()).toBe(`OK - ${bytes.length}`);
  return String(file_id);
}

const picture = (id: string) => [{ type: 'image', slack_file: { id }, alt_text: 'Stock over a week' }];
const post = (api: Api, id: string) =>
  api.call('chat.postMessage', { channel: DAILY, text: 'A chart', blocks: picture(id) });

test('a picture is announced, uploaded, completed, and shown after processing', async () => {
  await using api = await open();
  const id = await upload(api);
  expect(await api.call('files.info', { file: id })).toMatchObject({ error: 'file_not_found' });
  const done = await api.call('files.completeUploadExternal', { files: [{ id, title: 'Stock' }] });
  expect(done.files).toEqual([{ id, title: 'Stock' }]);
  expect(await api.call('files.info', { file: id })).toMatchObject({
    file: { id, title: 'Stock', mimetype: '' },
  });
  expect(await post(api, id)).toMatchObject({
    error: 'invalid_blocks',
    response_metadata: { messages: ['[ERROR] invalid slack file [json-pointer:/blocks/0/slack_file]'] },
  });
  await api.sandbox.control.moveClock(2_000);
  expect(await api.call('files.info', { file: id })).toMatchObject({
    file: { mimetype: 'image/png', channels: [] },
  });
  expect(await post(api, id)).toMatchObject({ ok: true });
  expect(await api.call('files.info', { file: id })).toMatchObject({
    file: { channels: [DAILY], is_public: true },
  });
});

test('a picture in an ephemeral message is visible only if its file was shared there', async () => {
  await using api = await open();
  const id = await upload(api);
  await api.call('files.completeUploadExternal', { files: [{ id }] });
  await api.sandbox.control.moveClock(2_000);
  const whisper = { channel: DAILY, user: MAYA, text: 'psst', blocks: picture(id) };
  await api.call('chat.postEphemeral', whisper);
  expect(await api.sandbox.control.problems()).toMatchObject([{ kind: 'picture_unseen' }]);
  await post(api, id);
  await api.sandbox.control.clearProblems();
  await api.call('chat.postEphemeral', whisper);
  expect(await api.sandbox.control.problems()).toEqual([]);
});

test('a file completed with a channel becomes a message there, for its members', async () => {
  await using api = await open();
  const id = await upload(api, 'late.csv', Buffer.from('order\n1001\n'));
  await api.call('files.completeUploadExternal', {
    files: [{ id }],
    channel_id: DAILY,
    initial_comment: 'Late today',
  });
  const [seen] = await api.sandbox.control.messages(MAYA, DAILY);
  expect(seen).toMatchObject({ text: 'Late today', files: [{ name: 'late.csv', mimetype: 'text/csv' }] });
  expect(await (await fetch(seen?.files[0]?.url ?? '')).text()).toContain('1001');
  const { file } = await api.call('files.info', { file: id });
  const address = String((file as Json).url_private);
  const withToken = { headers: { authorization: `Bearer ${api.sandbox.botToken}` } };
  expect(await (await fetch(address, withToken)).text()).toContain('1001');
  expect((await fetch(address, { redirect: 'manual' })).status).toBe(302);
  expect(await post(api, id)).toMatchObject({ error: 'invalid_blocks' });
});

test('a form with one file works like raw bytes, and an upload URL works once', async () => {
  await using api = await open();
  const { upload_url } = await api.call('files.getUploadURLExternal', {
    filename: 'a.png',
    length: PIXEL.length,
  });
  const send = () => {
    const body = new FormData();
    body.set('file', new Blob([new Uint8Array(PIXEL)]), 'a.png');
    return fetch(String(upload_url), { method: 'POST', body });
  };
  expect((await send()).status).toBe(200);
  expect((await send()).status).toBe(404);
});

// [name, method, arguments, error]
test.each<[string, string, Json, string]>([
  ['an empty file', 'files.getUploadURLExternal', { filename: 'a.png', length: 0 }, 'missing_argument'],
  [
    'an alt text over 1,000',
    'files.getUploadURLExternal',
    { filename: 'a.png', length: 1, alt_txt: 'x'.repeat(1_001) },
    'alt_txt_too_large',
  ],
  [
    'a file over 1 GB',
    'files.getUploadURLExternal',
    { filename: 'a', length: 1e9 + 1 },
    'file_upload_size_restricted',
  ],
  ['a file nobody uploaded', 'files.completeUploadExternal', { files: [{ id: 'F0' }] }, 'file_not_found'],
  ['a list that is none', 'files.completeUploadExternal', { files: 'F0' }, 'invalid_arguments'],
  ['an unknown file', 'files.info', { file: 'F0' }, 'file_not_found'],
  ['the deletion of an unknown file', 'files.delete', { file: 'F0' }, 'file_not_found'],
])('%s is refused', async (_what, method, args, error) => {
  await using api = await open();
  expect(await api.call(method, args)).toMatchObject({ error });
});

test("a file is completed once, shared only in the bot's channels, and gone when deleted", async () => {
  await using api = await open();
  const id = await upload(api);
  const complete = (more: Json = {}) =>
    api.call('files.completeUploadExternal', { files: [{ id }], ...more });
  expect(await complete({ channel_id: GENERAL })).toMatchObject({ error: 'not_in_channel' });
  expect(await complete({ thread_ts: '1.000001' })).toMatchObject({ error: 'invalid_arguments' });
  expect(await complete()).toMatchObject({ ok: true });
  expect(await complete()).toMatchObject({ error: 'file_not_found' });
  expect(await api.call('files.delete', { file: id })).toEqual({ ok: true });
  expect(await api.call('files.info', { file: id })).toMatchObject({ error: 'file_deleted' });
});

test('fewer bytes than announced are refused', async () => {
  await using api = await open();
  const { upload_url } = await api.call('files.getUploadURLExternal', { filename: 'a.png', length: 99 });
  const answer = await fetch(String(upload_url), { method: 'POST', body: new Uint8Array(PIXEL) });
  expect(answer.status).toBe(400);
  expect(await api.sandbox.control.problems()).toMatchObject([{ kind: 'upload_refused' }]);
});
