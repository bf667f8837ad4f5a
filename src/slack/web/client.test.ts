import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { watchedLog } from '../../../test/harness/log.ts';
import { SlackClient } from './client.ts';

type Answer = 'is lost' | 'is 502' | 'retry in 1 s' | 'retry in 60 s' | 'refused' | 'ok';

/** A Slack that gives these answers in turn, then good ones. */
async function slackThat(...answers: readonly Answer[]) {
  const left = [...answers];
  const calls: string[] = [];
  const server = createServer((request, response) => {
    calls.push(request.url?.replace('/api/', '') ?? '');
    const answer = left.shift() ?? 'ok';
    if (answer === 'is lost') return void request.socket.destroy();
    if (answer === 'retry in 1 s' || answer === 'retry in 60 s') {
      response.writeHead(429, { 'retry-after': answer === 'retry in 1 s' ? '1' : '60' }).end();
      return;
    }
    if (answer === 'is 502') return void response.writeHead(502).end();
    const body = answer === 'refused' ? { ok: false, error: 'user_not_in_channel' } : { ok: true };
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const apiUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/`;
  const close = async () => await new Promise((resolve) => server.close(resolve));
  return { calls, close, client: new SlackClient({ botToken: 'xoxb-1-test', apiUrl }, watchedLog()) };
}

const ephemeral = { channel: 'C1', user: 'U1', text: 'only you' };

test.each(['is lost', 'is 502'] as const)(
  'chat.postEphemeral whose answer %s is not sent again',
  async (answer) => {
    const { client, calls } = await slackThat(answer);
    await expect(client.chat.postEphemeral(ephemeral)).rejects.toThrow();
    expect(calls).toEqual(['chat.postEphemeral']);
  },
);

test('a look-up whose answer is lost is retried', async () => {
  const { client, calls } = await slackThat('is lost', 'is 502');
  await client.users.info({ user: 'U1' });
  expect(calls).toEqual(['users.info', 'users.info', 'users.info']);
});

test('a rate-limited message is sent again after the time that Slack sets', async () => {
  const { client, calls } = await slackThat('retry in 1 s');
  await client.chat.postEphemeral(ephemeral);
  expect(calls).toEqual(['chat.postEphemeral', 'chat.postEphemeral']);
});

test('a message is sent again when no connection was made', async () => {
  const { client, close } = await slackThat();
  await close();
  const began = performance.now();
  await expect(client.chat.postEphemeral(ephemeral)).rejects.toThrow('fetch failed');
  expect(performance.now() - began).toBeGreaterThan(600);
});

test('a refusal and a long rate limit fail at once', async () => {
  const refusing = await slackThat('refused');
  await expect(refusing.client.chat.postEphemeral(ephemeral)).rejects.toThrow('user_not_in_channel');
  const limiting = await slackThat('retry in 60 s');
  await expect(limiting.client.chat.postEphemeral(ephemeral)).rejects.toThrow('60 seconds');
  expect([refusing.calls.length, limiting.calls.length]).toEqual([1, 1]);
});

test('a method missing from the table is not retried', async () => {
  const { client, calls } = await slackThat('is lost');
  await expect(client.reactions.add({ channel: 'C1', timestamp: '1.1', name: 'eyes' })).rejects.toThrow();
  expect(calls).toEqual(['reactions.add']);
});

test('a file upload is not retried when its answer is lost', async () => {
  const { client, calls } = await slackThat('is lost');
  await expect(client.files.uploadV2({ content: 'a;b', filename: 'a.csv' })).rejects.toThrow();
  expect(calls).toEqual(['files.getUploadURLExternal']);
});
