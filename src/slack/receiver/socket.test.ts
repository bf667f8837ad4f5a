import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import type { App } from '@slack/bolt';
import { expect, onTestFinished, test } from 'vitest';
import { type WebSocket, WebSocketServer } from 'ws';
import { loggedErrors, watchedLog } from '../../../test/harness/log.ts';
import { systemClock } from '../../core/runtime/clock.ts';
import { randomIds } from '../../core/runtime/ids.ts';
import { keepOutages } from '../../db/trouble/outages.ts';
import { SocketReceiver } from './socket.ts';

/** A receiver connected to a fake Slack that a test can freeze and cut off. */
async function openLine(
  listener: App['processEvent'] = async ({ ack }) => await ack(),
  {
    refusal: first = null,
    finished = onTestFinished,
  }: { readonly refusal?: string | null; readonly finished?: typeof onTestFinished } = {},
) {
  let refusal = first;
  const opened: WebSocket[] = [];
  const acknowledged: string[] = [];
  const sockets = new WebSocketServer({ noServer: true });
  const server = createServer((_: IncomingMessage, response: ServerResponse) => {
    const { port } = server.address() as AddressInfo;
    const body = refusal ? { ok: false, error: refusal } : { ok: true, url: `ws://127.0.0.1:${port}/link` };
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  });
  server.on('upgrade', (request, socket, head) =>
    sockets.handleUpgrade(request, socket, head, (ws) => {
      opened.push(ws);
      ws.on('message', (data) => acknowledged.push(String(JSON.parse(String(data)).envelope_id)));
      ws.send('{"type":"hello"}');
    }),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const log = watchedLog();
  const heard: unknown[] = [];
  const receiver = new SocketReceiver({
    log,
    clock: systemClock,
    ids: randomIds,
    outages: keepOutages(systemClock, log),
    slack: {
      appToken: 'xapp-1-test',
      apiUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/`,
    },
  });
  const processEvent: App['processEvent'] = async (event) => {
    heard.push(event.body);
    await listener(event);
  };
  receiver.init({ processEvent } as App);
  if (!refusal) await receiver.start();
  finished(async () => {
    await receiver.stop();
    for (const ws of opened) ws.terminate();
    server.close();
  });
  const newest = () => opened.at(-1) as WebSocket;
  return {
    receiver,
    opened,
    acknowledged,
    heard,
    newest,
    says: (text: string) => newest().send(text),
    /** Slack's side reads nothing and answers no pings, like a stopped process. */
    freezes: async (ms: number) => {
      newest().pause();
      await wait(ms);
      newest().resume();
    },
    refuses: (reason: string | null) => {
      refusal = reason;
    },
  };
}

const delivery = (id: string, payload: unknown) => JSON.stringify({ envelope_id: id, payload });
const command = {
  command: '/stock',
  text: 'MUG-01',
  user_id: 'U0MAYA0001',
  channel_id: 'C0OPSDAILY',
  trigger_id: 'trigger-1',
  response_url: 'http://127.0.0.1:9/gone',
};

// The line's own patience takes seconds: these wait side by side.
test.concurrent('a line survives a two-second pause of the server', async ({
  expect,
  onTestFinished: finished,
}) => {
  const line = await openLine(undefined, { finished });
  await wait(1_000);
  await line.freezes(2_000);
  await wait(2_500);
  expect(line.opened).toHaveLength(1);
  line.says(delivery('after', command));
  await expect.poll(() => line.acknowledged).toEqual(['after']);
});

test.concurrent('a dead line is replaced within about ten seconds', async ({
  expect,
  onTestFinished: finished,
}) => {
  const line = await openLine(undefined, { finished });
  line.newest().pause();
  await expect.poll(() => line.opened.length, { timeout: 15_000 }).toBe(2);
});

test.concurrent('reconnects pause longer while Slack keeps closing the line', async ({
  expect,
  onTestFinished: finished,
}) => {
  const line = await openLine(undefined, { finished });
  const began = performance.now();
  for (let n = 1; n <= 4; n += 1) {
    line.newest().terminate();
    await expect.poll(() => line.opened.length, { interval: 10, timeout: 10_000 }).toBe(n + 1);
  }
  expect(performance.now() - began).toBeGreaterThan(100 + 400 + 1_600 + 6_400);
}, 30_000);

test.each(['a refresh', 'a cut', 'a goodbye'])(
  'after %s the bot hears again within a second',
  async (how) => {
    const line = await openLine();
    const began = performance.now();
    if (how === 'a refresh') line.says('{"type":"disconnect","reason":"refresh_requested"}');
    if (how === 'a cut') line.newest().terminate();
    if (how === 'a goodbye') line.newest().close(1001);
    await expect.poll(() => line.opened.length, { interval: 10, timeout: 5_000 }).toBe(2);
    line.says(delivery('again', command));
    await expect.poll(() => line.acknowledged, { interval: 10 }).toEqual(['again']);
    expect(performance.now() - began).toBeLessThan(1_000);
  },
);

test('an app token refused at a reconnect is an error in the log and does not end the process', async () => {
  const line = await openLine();
  const errors = loggedErrors();
  line.refuses('invalid_auth');
  line.newest().terminate();
  await expect.poll(() => errors.length).toBe(1);
  await line.receiver.stop();
});

test('an app token refused at the start fails the start', async () => {
  const line = await openLine(undefined, { refusal: 'invalid_auth' });
  await expect(line.receiver.start()).rejects.toThrow('invalid_auth');
});

test.each([
  'no JSON at all',
  '',
  'null',
  '7',
  '[]',
  '{}',
  '{"type":"error"}',
  '{"type":"close"}',
  '{"type":"ws_message"}',
  '{"type":"events_api"}',
  '{"type":"events_api","payload":null}',
  '{"envelope_id":7,"type":"events_api","payload":{}}',
  '{"envelope_id":"","payload":{}}',
])('the line ignores %s and goes on', async (text) => {
  const line = await openLine();
  line.says(text);
  line.says(delivery('after', command));
  await expect.poll(() => line.acknowledged).toEqual(['after']);
  expect(line.heard).toHaveLength(1);
});

test.each([
  ['nothing', undefined],
  ['null', null],
  ['a number', 7],
  ['a command without its parts', { command: '/stock' }],
  ['an event without its inner event', { type: 'event_callback' }],
  ['an event of no kind', { type: 'event_callback', event: { type: 7 } }],
  ['app_rate_limited', { type: 'app_rate_limited', minute_rate_limited: 1 }],
  ['a type that does not exist yet', { type: 'from_the_future' }],
])('an envelope with %s is acknowledged and not handled', async (_, payload) => {
  const line = await openLine();
  line.says(delivery('odd', payload));
  await expect.poll(() => line.acknowledged).toEqual(['odd']);
  expect(line.heard).toEqual([]);
});

test('a failing listener leaves the delivery unacknowledged and is logged under a reference', async () => {
  const errors = loggedErrors();
  const line = await openLine(async () => {
    throw new Error('our mistake');
  });
  line.says(delivery('broken', command));
  await expect
    .poll(() => errors)
    .toMatchObject([[{ reference: expect.stringMatching(/^QM-/) }, 'a delivery failed']]);
  expect(line.acknowledged).toEqual([]);
});

test('whether the line is open is known at any moment', async () => {
  const { receiver, newest, refuses } = await openLine();
  expect(receiver.deaf()).toBeNull();
  refuses('internal_error');
  newest().terminate();
  await expect.poll(() => receiver.deaf()).toBe('the line to Slack is closed');
  refuses(null);
  await expect.poll(() => receiver.deaf(), { timeout: 20_000 }).toBeNull();
});

test('a stop closes the line and does not reconnect', async () => {
  const line = await openLine();
  const closed = once(line.newest(), 'close');
  await line.receiver.stop();
  await closed;
  await wait(300);
  expect(line.opened).toHaveLength(1);
});
