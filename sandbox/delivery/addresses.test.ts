import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { openSandbox } from '../index.ts';
import type { ManifestInput } from '../manifest.ts';
import { option, plain } from '../test/blocks.ts';
import { BOT, DAILY, MAYA, testManifest } from '../test/manifest.ts';

const block = {
  type: 'actions',
  elements: [
    { type: 'button', action_id: 'go', text: plain('Go') },
    { type: 'external_select', action_id: 'who', min_query_length: 0 },
  ],
};

/** An app that hears which path was asked for; each kind of delivery has its address in the manifest. */
async function listening(
  host: (port: number) => string,
  given?: (port: number) => string,
  more: object = {},
) {
  const heard: string[] = [];
  const server = createServer((request, response) => {
    heard.push(request.url ?? '');
    const options = { options: [option(1)] };
    response.writeHead(200, { 'content-type': 'application/json' });
    request
      .on('data', () => {})
      .on('end', () => response.end(request.url === '/options' ? JSON.stringify(options) : ''));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const at = (path: string) => `${host(port)}${path}`;
  const { features, settings } = testManifest;
  const [count, raw] = features.slash_commands;
  const manifest = {
    ...testManifest,
    features: {
      ...features,
      slash_commands: [
        { ...count, url: at('/count') },
        { ...raw, url: at('/raw') },
      ],
    },
    settings: {
      event_subscriptions: { ...settings.event_subscriptions, request_url: at('/events') },
      interactivity: {
        is_enabled: true,
        request_url: at('/interactions'),
        message_menu_options_url: at('/options'),
        ...more,
      },
    },
  } as ManifestInput;
  const requestUrl = given?.(port);
  const sandbox = await openSandbox({
    manifest,
    deliver: { mode: 'http', ...(requestUrl ? { requestUrl } : {}) },
  });
  const close = async () => {
    await sandbox.close();
    server.close();
  };
  return { heard, sandbox, [Symbol.asyncDispose]: close };
}

/** A command each, an event, a press and a search for options; returns the paths that heard of them. */
async function everything({ heard, sandbox }: Awaited<ReturnType<typeof listening>>): Promise<string[]> {
  const slack = sandbox.control;
  await slack.command(MAYA, DAILY, '/count mug');
  await slack.command(MAYA, DAILY, '/raw mug');
  await slack.say(MAYA, DAILY, `<@${BOT}> hello`);
  const posted = await fetch(`${sandbox.apiUrl}chat.postMessage`, {
    method: 'POST',
    headers: { authorization: `Bearer ${sandbox.botToken}` },
    body: new URLSearchParams({ channel: DAILY, text: 'x', blocks: JSON.stringify([block]) }),
  });
  const { ts } = (await posted.json()) as { ts: string };
  await slack.press(MAYA, { channel: DAILY, ts, action_id: 'go' });
  await slack.suggest(MAYA, { channel: DAILY, ts, action_id: 'who' }, 'm');
  return heard;
}

const own = ['/count', '/raw', '/events', '/interactions', '/options'];
const local = (port: number) => `http://127.0.0.1:${port}`;
const elsewhere = () => 'https://app.example';

test('over HTTP each command, interactions, options and events go to their address in the manifest', async () => {
  await using app = await listening(local);
  expect(await everything(app)).toEqual(own);
  expect(await app.sandbox.control.problems()).toEqual([]);
});

test('an address on this machine goes before the given one, which takes the place of all others', async () => {
  await using here = await listening(local, (port) => `${local(port)}/slack/events`);
  expect(await everything(here)).toEqual(own);
  await using placeholders = await listening(elsewhere, (port) => `${local(port)}/slack/events`);
  expect(await everything(placeholders)).toEqual(own.map(() => '/slack/events'));
});

test('given without a path the address of the app keeps the paths of the manifest', async () => {
  await using app = await listening(elsewhere, local);
  expect(await everything(app)).toEqual(own);
});

test('addresses elsewhere and none given: the sandbox does not open', async () => {
  await expect(listening(elsewhere)).rejects.toThrow('https://app.example/count');
});

test('without an address of their own nobody is asked for options, which is warned of and a problem', async () => {
  await using app = await listening(local, undefined, { message_menu_options_url: undefined });
  expect(app.sandbox.warnings).toMatchObject([expect.stringContaining('message_menu_options_url')]);
  expect(await everything(app)).toEqual(own.filter((path) => path !== '/options'));
  expect(await app.sandbox.control.problems()).toMatchObject([{ kind: 'no_request_url' }]);
});
