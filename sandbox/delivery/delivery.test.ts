import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { openSandbox, type Sandbox } from '../index.ts';
import type { Json } from '../state/types.ts';
import { openApi } from '../test/api.ts';
import { DAILY, MAYA, testManifest } from '../test/manifest.ts';

interface Heard {
  headers: IncomingHttpHeaders;
  body: string;
}

/** An app's request URL that answers with these statuses in turn, then with 200. */
async function requestUrl(...answers: (number | { status: number; headers: Record<string, string> })[]) {
  const heard: Heard[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => (body += chunk));
    request.on('end', () => {
      heard.push({ headers: request.headers, body });
      const answer = answers.shift() ?? 200;
      const { status, headers } = typeof answer === 'number' ? { status: answer, headers: {} } : answer;
      response.writeHead(status, headers).end();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/slack/events`;
  const sandbox = await openSandbox({ manifest: testManifest, deliver: { mode: 'http', requestUrl: url } });
  const close = async () => {
    await sandbox.close();
    server.close();
  };
  return { heard, sandbox, [Symbol.asyncDispose]: close };
}

async function attempts(sandbox: Sandbox, count: number): Promise<void> {
  const slack = sandbox.control;
  await slack.waitFor(
    async () => (await slack.traffic()).filter((t) => t.kind === 'events_api').length === count,
  );
}

test('a forged request that an app accepts is a problem', async () => {
  await using app = await requestUrl();
  await app.sandbox.control.fault({ method: 'requests', kind: 'forged' });
  await app.sandbox.control.command(MAYA, DAILY, '/count mug');
  expect(await app.sandbox.control.problems()).toMatchObject([{ kind: 'forged_request_taken' }]);
});

test('a request is signed over its raw body', async () => {
  await using app = await requestUrl();
  await app.sandbox.control.command(MAYA, DAILY, '/count a+b & c');
  const [request] = app.heard;
  const stamp = request?.headers['x-slack-request-timestamp'];
  const expected = createHmac('sha256', app.sandbox.signingSecret)
    .update(`v0:${stamp}:${request?.body}`)
    .digest('hex');
  expect(request?.headers['x-slack-signature']).toBe(`v0=${expected}`);
  expect(request?.headers['content-type']).toBe('application/x-www-form-urlencoded');
  expect(new URLSearchParams(request?.body).get('text')).toBe('a+b &amp; c');
});

test('a failed event is retried at once, after a minute and after five', async () => {
  await using app = await requestUrl(500, 500, 500, 500);
  const slack = app.sandbox.control;
  await slack.say(MAYA, await slack.openDm(MAYA), 'hello');
  await attempts(app.sandbox, 2);
  await slack.moveClock(59_000);
  expect(app.heard).toHaveLength(2);
  await slack.moveClock(1_001);
  await attempts(app.sandbox, 3);
  await slack.moveClock(300_001);
  await attempts(app.sandbox, 4);
  await slack.moveClock(3_600_000);
  expect(app.heard.map((h) => h.headers['x-slack-retry-num'])).toEqual([undefined, '1', '2', '3']);
  expect(app.heard[1]?.headers['x-slack-retry-reason']).toBe('http_error');
  expect(new Set(app.heard.map((h) => (JSON.parse(h.body) as Json).event_id)).size).toBe(1);
});

test('x-slack-no-retry stops the retries', async () => {
  await using app = await requestUrl({ status: 500, headers: { 'x-slack-no-retry': '1' } });
  const slack = app.sandbox.control;
  await slack.say(MAYA, await slack.openDm(MAYA), 'hello');
  await slack.moveClock(3_600_000);
  expect(app.heard).toHaveLength(1);
});

test('commands are never retried', async () => {
  await using app = await requestUrl(500);
  const { ack, notice } = await app.sandbox.control.command(MAYA, DAILY, '/count mug');
  expect(ack).toMatchObject({ outcome: 'refused', status: 500 });
  expect(notice).toContain('dispatch_failed');
  await app.sandbox.control.moveClock(3_600_000);
  expect(app.heard).toHaveLength(1);
});

test('an event can be redelivered under its own id or a new one', async () => {
  await using app = await requestUrl();
  const slack = app.sandbox.control;
  await slack.say(MAYA, await slack.openDm(MAYA), 'hello');
  const id = String((JSON.parse(app.heard[0]?.body ?? '{}') as Json).event_id);
  await slack.redeliver(id);
  await slack.redeliver(id, { newId: true });
  const ids = app.heard.map((h) => (JSON.parse(h.body) as Json).event_id);
  expect(ids[1]).toBe(id);
  expect(ids[2]).not.toBe(id);
  await expect(slack.redeliver('EvNONE')).rejects.toThrow('No event EvNONE');
});

async function socket(sandbox: Sandbox, onEnvelope: (envelope: Json, ws: WebSocket) => void) {
  const answer = await fetch(`${sandbox.apiUrl}apps.connections.open`, {
    method: 'POST',
    headers: { authorization: `Bearer ${sandbox.appToken}` },
  });
  const ws = new WebSocket(((await answer.json()) as { url: string }).url);
  const hello = once(ws, 'message');
  const first = JSON.parse(String((await hello)[0])) as Json;
  ws.on('message', (data) => onEnvelope(JSON.parse(String(data)) as Json, ws));
  return { ws, first };
}

test('each envelope reaches exactly one of the open connections', async () => {
  await using api = await openApi();
  const heard: string[][] = [[], []];
  for (const mine of heard) {
    await socket(api.sandbox, (envelope, ws) => {
      mine.push(String((envelope.payload as Json).text));
      ws.send(JSON.stringify({ envelope_id: envelope.envelope_id }));
    });
  }
  const texts = Array.from({ length: 10 }, (_, i) => `mug-${i}`);
  await Promise.all(texts.map((t) => api.sandbox.control.command(MAYA, DAILY, `/count ${t}`)));
  expect(heard.flat().sort()).toEqual(texts);
  expect(heard.every((mine) => mine.length > 0)).toBe(true);
});

test('a connection gets a greeting, is one of at most ten, and uses up a ticket', async () => {
  await using api = await openApi();
  const { first } = await socket(api.sandbox, () => {});
  expect(first).toMatchObject({
    type: 'hello',
    num_connections: 1,
    connection_info: { app_id: 'A0QMAPP001' },
  });
  for (let n = 2; n <= 10; n++) await socket(api.sandbox, () => {});
  expect((await socket(api.sandbox, () => {})).first).toMatchObject({
    type: 'disconnect',
    reason: 'too_many_websockets',
  });
  const forged = new WebSocket(`${api.sandbox.url.replace('http', 'ws')}link/?ticket=forged`);
  const [error] = (await once(forged, 'error')) as [Error];
  expect(error.message).toContain('401');
});

test('connections get refresh requests and rate-limit messages on demand', async () => {
  await using api = await openApi();
  const heard: Json[] = [];
  const { ws } = await socket(api.sandbox, (envelope) => heard.push(envelope));
  const twice = new Promise<void>((resolve) => ws.on('message', () => heard.length === 2 && resolve()));
  await api.sandbox.control.disconnectSockets();
  await api.sandbox.control.appRateLimited();
  await twice;
  expect(heard[0]).toMatchObject({ type: 'disconnect', reason: 'refresh_requested' });
  expect(heard[1]).toMatchObject({ type: 'events_api', payload: { type: 'app_rate_limited' } });
  expect((heard[1]?.payload as Json | undefined)?.event).toBeUndefined();
});

test('nothing that arrives on a socket or as an upgrade ends the sandbox', async () => {
  await using api = await openApi();
  const { origin } = new URL(api.sandbox.apiUrl);
  const port = Number(new URL(origin).port);
  const says = async (head: string) => {
    const socket = connect(port, '127.0.0.1');
    socket.write(head);
    const [answer] = await once(socket, 'data');
    socket.destroy();
    return String(answer).split('\r\n')[0];
  };
  const upgrade = (path: string, more = '') =>
    `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n${more}\r\n`;
  expect(await says(upgrade('//'))).toBe('HTTP/1.1 403 Forbidden');
  expect(await says(upgrade('/link/?ticket=x', 'Origin: https://evil.example\r\n'))).toBe(
    'HTTP/1.1 403 Forbidden',
  );
  expect(await says(upgrade('/link/?ticket=x'))).toBe('HTTP/1.1 401 Unauthorized');
  const opened = await fetch(`${api.sandbox.apiUrl}apps.connections.open`, {
    method: 'POST',
    headers: { authorization: `Bearer ${api.sandbox.appToken}` },
  });
  const { url } = (await opened.json()) as { url: string };
  const client = new WebSocket(url);
  await once(client, 'message');
  client.send('not json');
  client.send('[1]');
  await api.sandbox.control.waitFor(async () => (await api.sandbox.control.problems()).length === 2);
  expect((await api.sandbox.control.problems()).map(({ kind }) => kind)).toEqual([
    'unreadable_frame',
    'unreadable_frame',
  ]);
  client.close();
});
