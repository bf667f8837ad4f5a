import { expect, test } from 'vitest';
import { testClock } from '../../test/harness/clock.ts';
import { newContext } from '../../test/harness/database.ts';
import { sourceOf } from '../../test/harness/webhooks.ts';
import { secretsUnder } from '../db/secrets/secrets.ts';
import { verbs } from '../features/sources/slack.ts';
import type { Route } from '../health/routes.ts';
import type { Server } from '../health/server.ts';
import { openWebhooks } from './open.ts';

function serverOn(port: number) {
  const served: Route[] = [];
  const server: Server = { port, serve: (routes) => void served.push(...routes), close: async () => {} };
  return { server, served };
}

const health = { port: 3000, host: null, setting: 'PORT', needed: false } as const;
const probe: Route = { path: '/healthz', method: 'GET', handler: () => {} };

async function opening(port: number, { mode = 'socket', host = null as string | null, sources = 1 } = {}) {
  const ctx = await newContext();
  for (let n = 0; n < sources; n += 1) await sourceOf(ctx, 'shopify', { name: `Shop ${n}` });
  const [own, apart] = [serverOn(port), serverOn(port)];
  const servers = { health: own.server, slack: mode === 'socket' ? own.server : apart.server };
  const clock = testClock();
  const tools = {
    database: ctx.engine.database,
    workspaceId: ctx.workspace.id,
    clock,
    ids: ctx.ids,
    warn: () => {},
    wakeWork: () => {},
  };
  const slack = { mode: mode as 'socket' | 'http', port, health: { ...health, host } };
  const opened = openWebhooks(tools, { slack, servers, routes: [probe] });
  return { opened, paths: () => own.served.map(({ path }) => path) };
}

test('with Socket Mode webhooks are served beside health, else with Slack’s requests', async () => {
  const socket = await opening(3000);
  expect((await socket.opened).hearing.listening()).toBe('yes');
  expect(socket.paths()).toEqual(['/healthz', '/webhooks/']);
  const http = await opening(3000, { mode: 'http', host: '127.0.0.1' });
  // Health may be for the machine alone: Slack's port is not.
  expect((await http.opened).hearing.listening()).toBe('yes');
  expect(http.paths()).toEqual(['/healthz']);
  expect((await http.opened).routes.map(({ path, under }) => `${path} ${under}`)).toEqual([
    '/webhooks/ true',
  ]);
});

test('a source that nothing listens to fails the start; without a source nobody needs the port', async () => {
  await expect((await opening(0)).opened).rejects.toThrow(
    'PORT 3000 is taken by another process, and there are sources that send webhooks to it.',
  );
  expect((await (await opening(0, { sources: 0 })).opened).hearing.listening()).toBe('no');
});

test('on an address of the machine itself, it is heard here alone', async () => {
  for (const host of ['127.0.0.1', 'localhost', '::1'])
    expect((await (await opening(3000, { host })).opened).hearing.listening()).toBe('here alone');
});

test('no source is made where nothing listens, nor without a key for its secret', async () => {
  const ctx = await newContext();
  const { engine } = ctx;
  const deaf = { ...engine, webhooks: { ...engine.webhooks, listening: () => 'no' as const } };
  await expect(sourceOf({ ...ctx, engine: deaf }, 'shopify')).rejects.toThrow(
    'what a source sends would be lost',
  );
  // Nor is its form opened.
  const [addVerb] = verbs;
  await expect(addVerb?.answer({ ...ctx, engine: deaf }, { text: 'add' } as never)).rejects.toMatchObject({
    message: expect.stringContaining('Nothing listens for webhooks here'),
  });
  const keyless = { ...engine, database: { ...engine.database, secrets: secretsUnder([]) } };
  await expect(sourceOf({ ...ctx, engine: keyless }, 'shopify')).rejects.toMatchObject({
    message: 'I have no key to seal secrets with, so I keep none.',
    next: 'Whoever runs me sets `SECRET_KEYS` and starts me again.',
  });
});
